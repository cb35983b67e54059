//! Handbooks of any size: ten roles a family on two tracks, forty competencies that all share, a thousand
//! words a role, links to neighbours, and code in every fifth.
//!
//! In: how many roles. Out: files by path. The same number gives the same files.

use std::fmt::Write;

const N_COMPETENCIES: usize = 40;
const N_STEPS: usize = 5;
/// Levels of each track; the second begins where the first has its third.
const TRACKS: [(&str, usize); 2] = [("engineer", 6), ("manager", 4)];
const N_RUNGS: usize = TRACKS[0].1 + TRACKS[1].1;
/// How many competencies a role expects.
const N_EXPECTED: usize = 12;
const SECTIONS: [&str; 7] = [
    "Responsibilities",
    "Success metrics",
    "Requirements",
    "Challenges",
    "Typical day",
    "Career paths",
    "Takeaways",
];
const N_STATEMENTS: usize = 7;
const N_WORDS: usize = 14;

/// A handbook of so many roles, ten a family.
pub(crate) fn handbook(n_roles: usize) -> Vec<(String, String)> {
    let n_families = n_roles.div_ceil(N_RUNGS);
    let mut words = Words(1);
    let mut files = vec![("handbook.yml".to_owned(), root())];
    for it in 0..N_COMPETENCIES {
        files.push((format!("competencies/c{it}.md"), competency(it, &mut words)));
    }
    for family in 0..n_families {
        let title = format!("---\ntitle: {}\n---\n{}\n", words.title(), words.line());
        files.push((format!("families/f{family}.md"), title));
        for rung in 0..N_RUNGS {
            let path = format!("roles/f{family}/f{family}-r{rung}.md");
            files.push((path, role((family, n_families), rung, &mut words)));
        }
    }
    files
}

fn root() -> String {
    let levels = TRACKS.iter().flat_map(|(track, n)| {
        (0..*n).map(move |it| format!("  - {{ {track}: {}{} }}\n", &track[..1], it + 1))
    });
    let base = "title: Many\nbase_url: https://many.example/\nlevels:\n";
    format!("{base}{}", levels.collect::<String>())
}

fn competency(number: usize, words: &mut Words) -> String {
    let mut text = format!("---\ntitle: Competency {number} {}\n---\n", words.title());
    text.push_str(&words.line());
    for step in ["Awareness", "Working", "Practitioner", "Advanced", "Expert"] {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "\n\n## {step}\n\n- {}\n- {}", words.line(), words.line());
    }
    text
}

fn role((family, n_families): (usize, usize), rung: usize, words: &mut Words) -> String {
    let (track, level) = match rung.checked_sub(TRACKS[0].1) {
        None => (TRACKS[0].0, rung),
        Some(it) => (TRACKS[1].0, it),
    };
    let mut text = format!("---\ntitle: {}\nfamily: f{family}\n", words.title());
    let _ = writeln!(text, "level: {}{}\nexpects:", &track[..1], level + 1);
    for it in 0..N_EXPECTED {
        let competency = (family + it * 3) % N_COMPETENCIES;
        let _ = writeln!(text, "  c{competency}: {}", 1 + (rung + it) % N_STEPS);
    }
    let _ = write!(text, "---\n{}\n", words.line());
    for section in SECTIONS {
        let _ = writeln!(text, "\n## {section}\n\n{}\n", words.line());
        for _ in 0..N_STATEMENTS {
            let _ = writeln!(text, "- {}", words.line());
        }
    }
    for it in 1..=6 {
        let (to, rung) = ((family + it * it) % n_families, (rung + it) % N_RUNGS);
        let _ = writeln!(text, "\nSee [the other](../f{to}/f{to}-r{rung}.md).");
    }
    if rung.is_multiple_of(5) {
        let _ =
            writeln!(text, "\n```sql\nSELECT id, COUNT(*) FROM r{family} WHERE n > {rung};\n```");
    }
    text
}

/// Words as a text has them: some all the time, most of them now and then.
struct Words(u64);

impl Words {
    fn line(&mut self) -> String {
        (0..N_WORDS).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn title(&mut self) -> String {
        let words = [self.word(), self.word(), self.word()];
        words.map(|it| it[..1].to_uppercase() + &it[1..]).join(" ")
    }

    fn word(&mut self) -> String {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let chance = (self.0 >> 40) as f64 / f64::from(1 << 24);
        let number = (8_000.0 * chance.powi(4)) as usize;
        const SYLLABLES: [&str; 20] = [
            "ta", "ri", "mo", "len", "dor", "vi", "sa", "ke", "pu", "nor", "el", "ma", "ti", "ro",
            "gan", "be", "lo", "shi", "war", "un",
        ];
        let syllable = |it: usize| SYLLABLES[it % 20];
        [syllable(number), syllable(number / 20), syllable(number / 400)].concat()
    }
}
