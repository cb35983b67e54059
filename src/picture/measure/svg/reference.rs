//! Where an attribute of a drawing leads. In: what is written. Out: whether it runs, or asks for another file.

/// Whether a link is more than an address: `javascript:` and whatever else is not known to be one. Signs that browsers
/// pass over do not hide it.
pub(super) fn runs(link: &str) -> bool {
    let plain: String = link.chars().filter(|it| !it.is_whitespace() && !it.is_control()).collect();
    let start = plain.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = start.split_once(':').map(|(it, _)| it.to_ascii_lowercase());
    scheme.is_some_and(|it| !["http", "https", "mailto"].contains(&it.as_str()))
}

/// Whether what is shown is a part of the same drawing, or pixels that it carries.
pub(super) fn stays_inside(reference: &str) -> bool {
    let reference = reference.trim().to_ascii_lowercase();
    let is_pixels =
        reference.starts_with("data:image/") && !reference.starts_with("data:image/svg");
    reference.is_empty() || reference.starts_with('#') || is_pixels
}

/// Whether styles, or an attribute that may hold such, ask for another file.
pub(super) fn leads_out(styles: &str) -> bool {
    if !styles.contains(['(', '@', '\\']) {
        return false;
    }
    let styles = unescaped(styles).to_ascii_lowercase();
    let leads_out = |argument: &str| {
        let argument = argument.trim_start().trim_start_matches(['"', '\'']).trim_start();
        !argument.starts_with('#') && !argument.starts_with("data:")
    };
    ["@import", "image-set(", "src("].iter().any(|it| styles.contains(it))
        || styles.split("url(").skip(1).any(leads_out)
}

/// `\75rl(` is `url(`.
fn unescaped(styles: &str) -> String {
    let (mut plain, mut rest) = (String::new(), styles);
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let digits = after.find(|it: char| !it.is_ascii_hexdigit()).unwrap_or(after.len()).min(6);
        let sign = u32::from_str_radix(&after[..digits], 16).ok().and_then(char::from_u32);
        plain.extend(sign);
        rest = &after[digits..];
        if digits > 0 {
            rest = rest.strip_prefix([' ', '\t', '\n']).unwrap_or(rest);
        }
    }
    plain + rest
}
