//! What a site says to programs in its `robots.txt` (RFC 9309).

/// How many bytes of such a file are read; the RFC asks for at least 500 KiB.
pub(crate) const LIMIT: usize = 512 * 1024;

/// The rules of a site for one program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Robots {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allows: bool,
    /// With `*` for anything and `$` for the end; compared in the one spelling that [`spelled`] gives.
    pattern: String,
}

impl Robots {
    /// The rules for the program of that name: those of all groups that name it, or else those for everyone.
    #[must_use]
    pub fn parse(file: &str, name: &str) -> Self {
        let (mut own, mut common) = (Vec::new(), Vec::new());
        let (mut is_named, mut own_group, mut common_group, mut names_go_on) = (false, false, false, false);
        for line in file.trim_start_matches('\u{feff}').split(['\n', '\r']) {
            let Some((key, value)) = key_and_value(line) else { continue };
            if key.eq_ignore_ascii_case("user-agent") {
                if !names_go_on {
                    (own_group, common_group, names_go_on) = (false, false, true);
                }
                own_group |= product(value).eq_ignore_ascii_case(name);
                common_group |= value == "*";
                is_named |= own_group;
                continue;
            }
            let allows = key.eq_ignore_ascii_case("allow");
            if !allows && !key.eq_ignore_ascii_case("disallow") {
                // Whatever else there is (`Sitemap`, `Crawl-delay`) does not end a list of names (section 2.2.4).
                continue;
            }
            names_go_on = false;
            if value.is_empty() {
                continue;
            }
            let rule = Rule { allows, pattern: spelled(value) };
            if own_group {
                own.push(rule);
            } else if common_group {
                common.push(rule);
            }
        }
        Self { rules: if is_named { own } else { common } }
    }

    /// Whether the program may read that path (with its query): the longest rule decides, and of two alike the one that allows.
    #[must_use]
    pub fn allows(&self, path: &str) -> bool {
        let path = spelled(path);
        let fitting = self.rules.iter().filter(|rule| matches(&rule.pattern, &path));
        fitting.max_by_key(|rule| (rule.pattern.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }
}

fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let line = line.split('#').next().unwrap_or("");
    let (key, value) = line.split_once(':')?;
    Some((key.trim(), value.trim()))
}

/// `Attache/0.1 (+…)` is for `attache`.
fn product(value: &str) -> &str {
    let end = value.find(|c: char| !c.is_ascii_alphabetic() && c != '_' && c != '-');
    &value[..end.unwrap_or(value.len())]
}

/// One spelling of what may be spelled in several: letters beyond ASCII as `%C3%A7`, needless escapes undone.
fn spelled(path: &str) -> String {
    let (bytes, mut out, mut at) = (path.as_bytes(), String::with_capacity(path.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let escaped = (*byte == b'%').then(|| hex(bytes.get(at + 1)?, bytes.get(at + 2)?)).flatten();
        let (byte, length) = escaped.map_or((*byte, 1), |byte| (byte, 3));
        at += length;
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        if is_plain || (length == 1 && byte.is_ascii_graphic()) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn hex(high: &u8, low: &u8) -> Option<u8> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// Whether a pattern fits the beginning of a path; from left to right, going back to the last `*` only, so that no pattern costs
/// more than its length times the path's.
fn matches(pattern: &str, path: &str) -> bool {
    let (pattern, is_whole) = match pattern.strip_suffix('$') {
        Some(pattern) => (pattern.as_bytes(), true),
        None => (pattern.as_bytes(), false),
    };
    let (path, mut at, mut here, mut star) = (path.as_bytes(), 0, 0, None);
    loop {
        match pattern.get(at) {
            Some(b'*') => {
                star = Some((at, here));
                at += 1;
            }
            Some(byte) if path.get(here) == Some(byte) => (at, here) = (at + 1, here + 1),
            None if !is_whole || here == path.len() => return true,
            _ => match star {
                Some((position, from)) if from < path.len() => {
                    star = Some((position, from + 1));
                    (at, here) = (position + 1, from + 1);
                }
                _ => return false,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn allows(file: &str, path: &str) -> bool {
        Robots::parse(file, "attache").allows(path)
    }

    #[test]
    fn the_longest_rule_decides_and_of_two_alike_the_kinder() {
        let file = "User-agent: *\nDisallow: /news\nAllow: /news/public\nDisallow: /news/public/old\n";
        let seen = ["/", "/news", "/news/1", "/news/public/1", "/news/public/old/1"].map(|path| allows(file, path));
        assert_eq!(seen, [true, false, false, true, false]);
        assert!(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"));
    }

    #[test]
    fn our_own_groups_count_together_and_instead_of_the_common_one() {
        let file = "User-agent: *\nDisallow: /\n\nUser-Agent: other\nUser-agent: ATTACHE/1.0\nDisallow: /a\n\nuser-agent: attache\nDisallow: /b";
        let seen = ["/", "/a", "/b", "/c"].map(|path| allows(file, path));
        assert_eq!(seen, [true, false, false, true]);
    }

    #[test]
    fn a_group_for_us_without_rules_allows_everything() {
        assert!(allows("User-agent: attache\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/a"));
        assert!(!allows("User-agent: attache-other\nDisallow:\n\nUser-agent: *\nDisallow: /\n", "/a"));
    }

    #[test]
    fn other_lines_do_not_end_a_list_of_names() {
        let file =
            "User-agent: other\nCrawl-delay: 5\nSitemap: https://a.example/s.xml\nUser-agent: attache\nDisallow: /\n";
        assert!(!allows(file, "/a"));
    }

    #[test]
    fn stars_and_ends() {
        let file = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print/\nDisallow: /q?*id=\n";
        let closed = ["/a.pdf", "/a/b.pdf", "/x/print/", "/x/y/print/z", "/q?a=1&id=2"];
        let open = ["/a.pdf?x", "/a.pdfx", "/print", "/q?a=1", "/q"];
        assert!(closed.iter().all(|path| !allows(file, path)));
        assert!(open.iter().all(|path| allows(file, path)));
    }

    #[test]
    fn one_spelling_of_letters_and_escapes() {
        let file = "User-agent: *\nDisallow: /notícias\nDisallow: /%7Ejoão/\nDisallow: /a%2Fb\n";
        assert!(!allows(file, "/not%C3%ADcias/1"));
        assert!(!allows(file, "/not%c3%adcias/1"));
        assert!(!allows(file, "/~jo%C3%A3o/x"));
        assert!(!allows(file, "/a%2fb"));
        assert!(allows(file, "/a/b"));
    }

    #[test]
    fn line_ends_comments_and_a_mark_of_order() {
        let file = "\u{feff}User-agent: * # all\rDisallow: /a # not this\r\n\r\nDisallow: /b";
        let seen = ["/a", "/b", "/c"].map(|path| allows(file, path));
        assert_eq!(seen, [false, false, true]);
    }

    #[test]
    fn a_page_instead_of_a_file_forbids_nothing() {
        assert!(allows("<!DOCTYPE html><html><body>Disallow: /</body></html>", "/a"));
        assert!(allows("", "/a"));
    }

    #[test]
    fn many_stars_cost_no_time() {
        let file = format!("User-agent: *\nDisallow: /{}b\n", "*a".repeat(2000));
        assert!(allows(&file, &format!("/{}", "a".repeat(20_000))));
    }

    proptest! {
        #[test]
        fn no_file_is_too_strange(file in "(?s).{0,300}", path in "\\PC{0,40}") {
            let _ = Robots::parse(&file, "attache").allows(&path);
        }

        #[test]
        fn no_file_of_that_form_is_too_strange(
            lines in prop::collection::vec(("(User-agent|Allow|Disallow|x)", "[*/$a%2F#?é]{0,12}"), 0..12),
            path in "/[a/$*%é]{0,20}",
        ) {
            let file: String = lines.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
            let _ = Robots::parse(&file, "attache").allows(&path);
        }

        #[test]
        fn a_path_that_is_forbidden_is_forbidden_below_it(path in "/[a-z/]{0,12}", below in "[a-z/]{0,12}") {
            let file = format!("User-agent: *\nDisallow: {path}\n");
            let below = format!("{path}{below}");
            prop_assert!(!allows(&file, &below));
        }

        #[test]
        fn stars_are_matched_as_by_trying_everything(pattern in "[ab*]{0,8}", path in "[ab]{0,8}") {
            fn slow(pattern: &[u8], path: &[u8]) -> bool {
                match pattern.split_first() {
                    None => true,
                    Some((b'*', rest)) => (0..=path.len()).any(|at| slow(rest, &path[at..])),
                    Some((byte, rest)) => path.first() == Some(byte) && slow(rest, &path[1..]),
                }
            }
            prop_assert_eq!(matches(&pattern, &path), slow(pattern.as_bytes(), path.as_bytes()));
        }
    }
}
