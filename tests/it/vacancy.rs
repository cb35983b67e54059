//! A vacancy has a page from the day it is posted, is a job to search engines while it is live and
//! whole, and says for ever after that it is closed.

use crate::support::Project;
use crate::support::fixture::TODAY;
use crate::support::site::{Files, broken_links, files};

const JOB: &str = "\"@type\":\"JobPosting\"";

/// The site of `sites/vacancies` on a day.
fn on(day: &str, more: &[&str]) -> Files {
    let project = Project::of_fixture("sites/vacancies");
    project.run(&[&["build", "--date", day], more].concat()).ends_with(0);
    files(&project.path("public"))
}

fn text<'a>(site: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(&site[path]).unwrap()
}

/// Every page of a vacancy by its id, and whether it is a job.
fn vacancies(site: &Files) -> Vec<(&str, bool)> {
    let pages = site.keys().filter_map(|it| it.strip_prefix("vacancies/"));
    let ids = pages.filter_map(|it| it.strip_suffix("/index.html"));
    ids.map(|id| (id, text(site, &format!("vacancies/{id}/index.html")).contains(JOB))).collect()
}

#[test]
fn a_vacancy_is_a_job_while_it_is_live_and_whole() {
    let site = on(TODAY, &[]);
    let expected = [
        ("keeper-at-home", true),
        ("keeper-oban", false),
        ("keeper-skye", true),
        ("keeper-somewhere", false),
    ];
    assert_eq!(vacancies(&site), expected);
    assert_eq!(broken_links(&site), [""; 0]);
    let page = text(&site, "vacancies/keeper-skye/index.html");
    assert!(page.contains("href=\"https://jobs.example/1?a=1&amp;b=2\" rel=\"noopener\">Apply by"));
    assert!(page.contains("<li>Counts ships</li>") && !page.contains("safe"), "{page}");
}

#[test]
fn no_page_but_that_of_a_vacancy_is_a_job() {
    for (path, bytes) in on(TODAY, &[]).iter().filter(|(path, _)| path.ends_with(".html")) {
        let is_vacancy = path.starts_with("vacancies/");
        assert!(is_vacancy || !String::from_utf8_lossy(bytes).contains("JobPosting"), "{path}");
    }
}

#[test]
fn after_its_last_day_a_vacancy_says_that_it_is_closed() {
    let last = on("2026-12-31", &[]);
    let page = "vacancies/keeper-skye/index.html";
    assert!(text(&last, page).contains(JOB));
    let next = on("2027-01-01", &[]);
    let text = text(&next, page);
    assert!(!text.contains("ld+json") && !text.contains("jobs.example"), "{text}");
    assert!(text.contains("This vacancy is closed: the last day to apply was 2026-12-31"));
    assert!(text.contains("href=\"../../roles/keeper/\">Keeper</a>"), "{text}");
    assert!(text.contains("<meta name=\"robots\" content=\"noindex\">"), "{text}");
    assert!(!self::text(&next, "sitemap.xml").contains("keeper-skye"));
    // Another has been posted meanwhile.
    assert!(vacancies(&next).contains(&("keeper-coll", true)));
}

#[test]
fn before_its_first_day_nothing_tells_of_a_vacancy() {
    for (path, bytes) in &on("2026-12-31", &[]) {
        assert!(!String::from_utf8_lossy(bytes).contains("Coll"), "{path}");
    }
}

#[test]
fn live_vacancies_are_listed_and_closed_ones_are_not() {
    let site = on(TODAY, &[]);
    for path in ["vacancies/index.html", "roles/keeper/index.html", "index/index.html"] {
        let text = text(&site, path);
        assert!(text.contains("vacancies/keeper-skye/\""), "{path}");
        assert!(!text.contains("keeper-oban"), "{path}");
    }
    assert!(text(&site, "roles/keeper/index.html").contains("href=\"https://jobs.example/4\""));
    assert!(!text(&site, "roles/head-keeper/index.html").contains("Open positions"));
    assert!(text(&site, "index.html").contains("<a href=\"./vacancies/\">We are hiring</a>"));
    let data = text(&site, "roles/keeper/index.json");
    assert!(data.contains("\"keeper-skye\"") && !data.contains("keeper-oban"), "{data}");
}

#[test]
fn the_list_stays_when_nothing_is_on_it() {
    let project = Project::of_fixture("sites/vacancies");
    let role = project.text("content/roles/keeper.md");
    let dated = role.lines().filter(|it| !it.contains("jobs.example/3") && !it.contains("/4"));
    project.write("content/roles/keeper.md", dated.collect::<Vec<_>>().join("\n"));
    project.run(&["build", "--date", "2028-01-01"]).ends_with(0);
    let site = files(&project.path("public"));
    assert!(text(&site, "vacancies/index.html").contains("no open position at the moment"));
    assert!(text(&site, "index.html").contains("<a href=\"./#_families\">We are hiring</a>"));
}

#[test]
fn a_second_vacancy_leaves_the_address_of_the_first_alone() {
    let project = Project::of_fixture("sites/vacancies");
    let role = project.text("content/roles/keeper.md");
    let second = "vacancies:\n  - { id: keeper-mull, url: https://jobs.example/7 }";
    project.write("content/roles/keeper.md", role.replace("vacancies:", second));
    project.run(&["build", "--date", TODAY]).ends_with(0);
    let site = files(&project.path("public"));
    assert!(vacancies(&site).contains(&("keeper-skye", true)));
}

#[test]
fn where_nobody_knows_the_address_there_is_no_structured_data() {
    let project = Project::of_fixture("sites/vacancies");
    let handbook = project.text("content/handbook.yml");
    let without = handbook.lines().filter(|it| !it.starts_with("base_url"));
    project.write("content/handbook.yml", without.collect::<Vec<_>>().join("\n"));
    project.run(&["build", "--date", TODAY]).ends_with(0);
    for (path, bytes) in &files(&project.path("public")) {
        assert!(!String::from_utf8_lossy(bytes).contains("ld+json"), "{path}");
    }
}

#[test]
fn from_a_disk_structured_data_still_names_the_published_address() {
    let site = on(TODAY, &["--offline"]);
    let page = text(&site, "vacancies/keeper-skye/index.html");
    let data = page.lines().find(|it| it.contains("ld+json")).unwrap();
    assert!(data.contains("\"https://lighthouse.example/handbook/vacancies/\""), "{data}");
    assert!(!data.contains("index.html"), "{data}");
}

#[test]
fn a_vacancy_that_was_published_does_not_go_without_a_word() {
    let project = Project::of_fixture("sites/vacancies");
    let build = ["build", "--publish", "--date", TODAY];
    project.run(&build).ends_with(0);
    let role = project.text("content/roles/keeper.md");
    let (start, end) = (role.find("vacancies:").unwrap(), role.rfind("---\n").unwrap());
    project.write("content/roles/keeper.md", format!("{}{}", &role[..start], &role[end..]));
    let run = project.run(&build).ends_with(1);
    let n_lost = run.err.matches("error[vanished-address]").count();
    assert_eq!(n_lost, 4, "one for each, and none for the list: {}", run.err);
    let aliases = "aliases: [/vacancies/keeper-at-home/, /vacancies/keeper-oban/, \
                   /vacancies/keeper-skye/, /vacancies/keeper-somewhere/]\n";
    project
        .write("content/roles/keeper.md", format!("{}{aliases}{}", &role[..start], &role[end..]));
    project.run(&build).ends_with(0);
    assert!(project.text("public/vacancies/index.html").contains("There is no open position"));
    assert!(project.text("public/vacancies/keeper-skye/index.html").contains("roles/keeper/"));
}
