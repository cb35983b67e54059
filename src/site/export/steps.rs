//! The sizes of steps as a table. In: [`StepSize`]s. Out: text, Markdown or JSON.

use crate::page::StepSize;

const HEADS: [&str; 7] = ["Step", "Size", "Rise", "New", "Changed", "Gone", "Same"];

/// One list; `size` is what a person has to take up: `raised` and `added`.
pub fn json(steps: &[StepSize]) -> String {
    let with_size = |it: &StepSize| {
        let mut object = serde_json::to_value(it).unwrap_or_default();
        object["size"] = it.size().into();
        object
    };
    let rows: Vec<_> = steps.iter().map(with_size).collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
}

pub fn markdown(steps: &[StepSize]) -> String {
    let row = |cells: [String; 7]| format!("| {} |\n", cells.join(" | "));
    let rows: String = steps.iter().map(|it| row(cells(it))).collect();
    format!("{}|---|--:|--:|--:|--:|--:|--:|\n{rows}", row(HEADS.map(str::to_owned)))
}

/// Columns, and a word on what they count.
pub fn text(steps: &[StepSize]) -> String {
    let rows: Vec<[String; 7]> = steps.iter().map(cells).collect();
    let width = rows.iter().map(|it| it[0].chars().count()).max().unwrap_or(0);
    let line = |it: &[String; 7]| {
        let numbers: String = it[1..].iter().map(|it| format!("{it:>9}")).collect();
        format!("{:width$}{numbers}\n", it[0])
    };
    let rows: String = rows.iter().map(line).collect();
    format!(
        "{}{rows}\nSize is what a person has to take up: competencies that rise, and new statements.\n",
        line(&HEADS.map(str::to_owned))
    )
}

fn cells(step: &StepSize) -> [String; 7] {
    let title = format!("{} to {}", step.from.in_full(), step.to.in_full());
    let StepSize { raised, added, reworded, dropped, kept, .. } = step;
    let [size, raised, added, reworded, dropped, kept] =
        [step.size(), *raised, *added, *reworded, *dropped, *kept].map(|it| it.to_string());
    [title, size, raised, added, reworded, dropped, kept]
}
