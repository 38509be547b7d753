//! Who published the article, when, and whose word it cites.

use attache_schema::{Article, Block, BlockKind, ConceptId, Date, Source, Span};

use crate::attribution::{Outlets, Tag};
use crate::calendar::nearest_year;
use crate::dateline::is_dash_or_slash;
use crate::folded::Folded;
use crate::offices::States;
use crate::prose::cut_stamp;
use crate::reader::Reader;
use crate::token::{Shape, Token, is_site, tokenize};

/// The fewest letters of an outlet's name.
const LETTERS: usize = 3;
/// How many sentences name the source of the whole article; who is cited further down is so for what stands there.
const LEADING: usize = 2;
/// How many paragraphs (a summary, a caption) may stand above the line with the day.
const ABOVE: usize = 3;
/// Words of a page's first line that can still be an outlet's name.
const MASTHEAD: usize = 5;

/// The parts of a page that name its source.
pub(crate) struct Page<'a> {
    reader: &'a Reader,
    outlets: &'a Outlets,
    text: &'a str,
    folded: &'a Folded,
    /// The lines that are no news, before the first that is, and date lines soon behind it.
    heads: Vec<Head<'a>>,
    /// The line behind the last that is news.
    signed: Option<Vec<Token<'a>>>,
    /// The lines below the text that say when it was published.
    dated: Vec<Vec<Token<'a>>>,
    /// Attribution tags and date lines in sentences, with whether they stand at the head of theirs.
    tags: Vec<(&'a [Token<'a>], bool)>,
    /// Those that name the source of the whole: of the first sentences, or sentences that are nothing else.
    leading: Vec<&'a [Token<'a>]>,
    states: &'a States,
}

/// A line on top of a page.
struct Head<'a> {
    tokens: Vec<Token<'a>>,
    is_dateline: bool,
}

/// What the sender says of an article's source.
pub(crate) fn given(article: &Article) -> Source {
    let Article { outlet, published, url, .. } = article;
    Source { outlet: outlet.clone(), published: *published, url: url.clone(), ..Source::default() }
}

/// "**State-run** media", "**Joly’s** statement says": a word in front of the one that says who writes.
fn describes(word: &str) -> bool {
    let is_owner = word.rsplit_once(['\'', '’']).is_some_and(|(_, ending)| ending.chars().count() == 1);
    let is_compound = word.rsplit_once('-').is_some_and(|(_, last)| last.starts_with(char::is_lowercase));
    is_owner || is_compound
}

impl<'a> Page<'a> {
    pub(crate) fn new(
        reader: &'a Reader,
        (outlets, states): (&'a Outlets, &'a States),
        (text, folded): (&'a str, &'a Folded),
        blocks: &[Block],
        sentences: &'a [Vec<Token<'a>>],
        tags: &[Vec<Tag>],
    ) -> Self {
        let prose = |number: usize| {
            let mut prose = blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Prose);
            prose.nth(number).map_or(blocks.len(), |(at, _)| at)
        };
        let (first, below) = (prose(0), prose(ABOVE));
        let last = blocks.iter().rposition(|block| block.kind == BlockKind::Prose);
        let is_dateline = |block: &&Block| block.kind == BlockKind::Dateline;
        let below_text = &blocks[last.map_or(0, |last| last + 1)..];
        // "Related news // 11:50 / 04.11.2031 // …": several days below the text are those of other news.
        let lists_others = last.is_some() && below_text.iter().filter(is_dateline).nth(1).is_some();
        let below = if lists_others { below.min(blocks.len() - below_text.len()) } else { below };
        let heads = blocks[..first].iter().filter(|block| block.kind != BlockKind::Title);
        let heads = heads.chain(blocks[first..below.max(first)].iter().filter(is_dateline));
        let signed = last.and(below_text.first());
        let dated = below_text
            .iter()
            .map(|block| tokenize(text, folded, block.span))
            .filter(|tokens| tokens.first().is_some_and(|first| reader.is_dated_word(first)));
        let pairs = sentences.iter().zip(tags);
        let leading = pairs.clone().enumerate().flat_map(|(at, (tokens, tags))| {
            let counts = move |tag: &&Tag| at < LEADING || tag.is_whole;
            tags.iter().filter(counts).map(|tag| &tokens[tag.tokens.clone()])
        });
        Self {
            reader,
            outlets,
            text,
            folded,
            heads: heads
                .map(|block| Head {
                    tokens: tokenize(text, folded, block.span),
                    is_dateline: block.kind == BlockKind::Dateline,
                })
                .collect(),
            signed: signed.map(|block| tokenize(text, folded, block.span)),
            dated: dated.collect(),
            leading: leading.collect(),
            states,
            tags: pairs
                .flat_map(|(tokens, tags)| tags.iter().map(|tag| (&tokens[tag.tokens.clone()], tag.tokens.start == 0)))
                .collect(),
        }
    }

    /// What the sender knows comes first, then tags, then the head of the page.
    pub(crate) fn source(&self, article: &Article, blocks: &[Block], default_home: Option<&ConceptId>) -> Source {
        let mut source = given(article);
        let publisher = blocks.first().filter(|_| source.outlet.is_none()).and_then(|first| self.publisher(first));
        if source.outlet.is_none()
            && publisher.is_none()
            && let Some((name, span)) = self.outlet(blocks)
        {
            source.outlet = Some(name);
            source.outlet_span = Some(span);
        }
        if let Some((org, country, span)) = self.leading.iter().find_map(|tokens| self.body_in(tokens)).or(publisher) {
            source.cites = Some(org);
            source.cites_country = country;
            source.cites_span = Some(span);
        }
        if source.published.is_none()
            && let Some((date, span)) = self.published()
        {
            source.published = Some(date);
            source.published_span = Some(span);
        }
        let outlet = source.outlet.as_deref().and_then(|name| self.outlets.get(name));
        let home = outlet.and_then(|outlet| outlet.country.clone());
        let called_for = || source.outlet_span.and_then(|span| self.state_called_for(span));
        source.home = default_home.cloned().or(home).or_else(called_for);
        source
    }

    /// The state or the capital that a paper has in its name ("The Namibian", "Bangkok Post").
    fn state_called_for(&self, outlet: Span) -> Option<ConceptId> {
        let tokens = tokenize(self.text, self.folded, outlet);
        let state = |token: &Token<'_>| {
            let (thing, _) = self.reader.place_at(self.text, self.folded, token)?;
            if thing.kind() == "country" { Some(thing) } else { self.states.of(&thing).cloned() }
        };
        let mut states: Vec<ConceptId> = tokens.iter().filter_map(state).collect();
        states.dedup();
        states.pop().filter(|_| states.is_empty())
    }

    fn outlet(&self, blocks: &[Block]) -> Option<(String, Span)> {
        let known = |tokens: &[Token<'_>]| {
            let (outlet, span) = self.outlets.find(self.text, tokens)?;
            (!self.goes_on(tokens, span)).then(|| (outlet.name.clone(), span))
        };
        let tagged = || self.tags.iter().find_map(|(tokens, _)| known(tokens));
        let head = || self.heads.iter().find_map(|head| known(&head.tokens));
        let title_lines = || blocks.iter().filter(|block| block.kind == BlockKind::Title);
        let alone = || {
            title_lines().find_map(|block| {
                self.outlets.exact(block.span.of(self.text)).map(|outlet| (outlet.name.clone(), block.span))
            })
        };
        let printed = |span: Span| (span.of(self.text).to_owned(), span);
        let named = || self.tags.iter().find_map(|(tokens, _)| self.unknown_outlet(tokens)).map(printed);
        let site = || {
            let tags = self.tags.iter().filter(|(_, opens)| *opens).map(|(tokens, _)| *tokens);
            let heads = self.heads.iter().map(|head| head.tokens.as_slice());
            let signed = self.signed.iter().map(Vec::as_slice);
            tags.chain(heads).chain(signed).find_map(|tokens| self.site(tokens)).map(printed)
        };
        tagged().or_else(alone).or_else(|| {
            let masthead = self.masthead(blocks).map(printed);
            // Of several words it is hardly the name of a section.
            let (title, short) = masthead.map_or((None, None), |found| match found.0.contains(' ') {
                true => (Some(found), None),
                false => (None, Some(found)),
            });
            title.or_else(head).or_else(site).or(short).or_else(named)
        })
    }

    /// Whether a name is longer than what is known of it ("Expresso do Mindelo").
    fn goes_on(&self, tokens: &[Token<'_>], known: Span) -> bool {
        let mut behind = tokens.iter().skip_while(|token| token.span.start < known.end);
        behind.next().is_some_and(|next| self.reader.is_complement(next))
            && behind.next().is_some_and(|next| next.shape == Shape::Capital)
    }

    /// A short line of capitals on top of the page: one whose words come again further down, or that holds a word of papers'
    /// names, or one above the headline.
    fn masthead(&self, blocks: &[Block]) -> Option<Span> {
        let first = blocks.iter().find(|block| block.kind != BlockKind::Dateline)?;
        let line = first.span.of(self.text);
        let marks = [" - ", " – ", " — ", ". "].iter().filter_map(|mark| line.find(mark));
        let end = line.find(['>', '»', '|', '/', '\n', '(']).into_iter().chain(marks).min().unwrap_or(line.len());
        let name = line[..end].trim_end();
        let span = Span::new(first.span.start, first.span.start + name.len());
        let words: Vec<&str> = name.split_whitespace().collect();
        let is_capital = |word: &&&str| word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        let capitals = words.iter().filter(is_capital).count();
        let is_item = !name.starts_with(char::is_alphanumeric);
        // "Priit Laanemets – we are ready": who speaks in a headline.
        let behind = line[end..].trim_start_matches([' ', '-', '–', '—']);
        let is_speaker = end < line.len() && behind.starts_with(char::is_lowercase);
        // "Priit Laanemets (right), Estonia's envoy, hands over …": a caption goes on behind its bracket.
        let is_caption = behind.strip_prefix('(').and_then(|aside| aside.split_once(')')).is_some_and(|(_, text)| {
            text.starts_with(',') || text.chars().filter(|c| c.is_lowercase()).count() > LETTERS
        });
        let is_name = !is_item && !words.is_empty() && words.len() <= MASTHEAD && capitals * 2 > words.len();
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        if !is_name || is_speaker || is_caption || letters < LETTERS || self.is_section(span, &words) {
            return None;
        }
        // Without its first word too: "The Northern Courier" is cited as "Northern Courier".
        let short = words.get(1..).filter(|rest| rest.len() >= 2).map(|rest| rest.join(" "));
        let rest = &self.text[span.end..];
        let comes_again = rest.contains(name) || short.is_some_and(|short| rest.contains(&short));
        let tokens = tokenize(self.text, self.folded, span);
        let is_paper = words.len() > 1 && tokens.iter().any(|token| self.reader.is_paper_word(token));
        let is_small = |word: &&&str| word.chars().count() <= 3;
        let is_shown = words.len() > 1 && words.iter().all(|word| is_capital(&word) || is_small(&word));
        // "Laanemäe meets Quiroga" may come again in the text, too: a headline says what somebody does.
        let comes_again = comes_again && (words.len() == 1 || is_shown);
        let is_above = || is_shown && has_headline(self.text, blocks) && first.kind != BlockKind::Title;
        (comes_again || is_paper || is_above()).then_some(span)
    }

    /// "News", "Brasil", "World News": a part of the paper.
    fn is_section(&self, span: Span, words: &[&str]) -> bool {
        let small = words[0].to_lowercase();
        let is_common = || self.text.split_whitespace().any(|word| word == small);
        let is_known = || {
            let tokens = tokenize(self.text, self.folded, span);
            let place = tokens.first().and_then(|first| self.reader.place_end_at(self.text, self.folded, first));
            place == Some(span.end)
                || tokens.iter().all(|token| self.reader.is_known_word(self.text, self.folded, token))
        };
        // "AZ EN RU": in which languages the page can be read.
        let are_tags = || words.iter().all(|word| word.chars().count() <= 2);
        let is_short = || words[0].chars().count() <= 4 && words[0].chars().all(char::is_uppercase);
        self.reader.is_junk_line(self.folded, span)
            || are_tags()
            || is_known()
            || (words.len() == 1 && (is_common() || is_short()))
    }

    /// The address of a site, the way it names itself ("Xeber.az writes").
    fn site(&self, tokens: &[Token<'_>]) -> Option<Span> {
        tokens.windows(3).find_map(|three| {
            let [name, dot, end] = three else { return None };
            let span = name.span.to(end.span);
            let is_named = is_site([name, dot, end], end.word) && !self.is_in_template(span);
            (is_named && !self.reader.is_junk_line(self.folded, span)).then_some(span)
        })
    }

    /// "{{counter.total}}": what a page did not fill in names nobody.
    fn is_in_template(&self, span: Span) -> bool {
        let (before, after) = (&self.text[..span.start], &self.text[span.end..]);
        let head = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let tail = after.split(char::is_whitespace).next().unwrap_or_default();
        head.contains('{') || tail.contains('}')
    }

    /// A run of capitals in a tag that is no body of the lexicon: at its beginning, or in the brackets of a date line.
    fn unknown_outlet(&self, tokens: &[Token<'_>]) -> Option<Span> {
        let is_name = |token: &&Token<'_>| {
            token.shape == Shape::Capital && !self.reader.is_known_word(self.text, self.folded, token)
        };
        let bracket = tokens.iter().position(|token| token.text == "(");
        // "HÀ NỘI — The minister …": what alone stands before a dash is a place as often as a paper.
        if bracket.is_none() && tokens.last().is_some_and(is_dash_or_slash) {
            return None;
        }
        let from = bracket.map_or(0, |at| at + 1);
        // A date line begins with its town.
        let town = tokens[from..].first().and_then(|first| self.reader.place_end_at(self.text, self.folded, first));
        let from = from + tokens[from..].iter().take_while(|token| token.span.start < town.unwrap_or(0)).count();
        let in_date = |at: usize| {
            (0..=at).any(|from| self.reader.date_at(tokens, from).is_some_and(|date| from + date.tokens > at))
        };
        let start = (from..tokens.len()).take(3).find(|at| is_name(&&tokens[*at]) && !in_date(*at))?;
        // "PRESS RELEASE – …": a heading is nobody who writes.
        if bracket.is_none() && start > from && tokens[from].is_loud() && tokens[start].is_loud() {
            return None;
        }
        let run = tokens[start..].iter().take_while(is_name).count();
        let span = tokens[start].span.to(tokens[start + run - 1].span);
        let is_dated = (start..start + run).any(|at| self.reader.date_at(tokens, at).is_some());
        // A case ending that cannot be cut for certain must not become part of a name: the bare form has to come again.
        // A common word may begin a sentence, too: what opens no bracket and no quotation is a name in capitals only.
        let is_marked = bracket.is_some()
            || start.checked_sub(1).is_some_and(|before| tokens[before].is_quote())
            || tokens[start].text.chars().all(char::is_uppercase);
        let again = !self.reader.marks_by_case() || (is_marked && self.text.matches(span.of(self.text)).count() > 1);
        if !self.reader.marks_by_case() && tokens[start..start + run].iter().any(|token| describes(token.text)) {
            return None;
        }
        // "Az" is the end of a site's address, not a name.
        let is_long = span.of(self.text).chars().filter(|c| c.is_alphabetic()).count() >= LETTERS;
        (!is_dated && again && is_long).then_some(span)
    }

    /// The body of a state whose name the first line of a page is, and nothing else.
    fn publisher(&self, first: &Block) -> Option<(ConceptId, Option<ConceptId>, Span)> {
        let tokens = tokenize(self.text, self.folded, first.span);
        let (body, country, span) = self.body_in(&tokens)?;
        country.as_ref()?;
        let sights = self.reader.sights(&tokens);
        let sight = sights.of(0..tokens.len());
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let state = || {
                let (_, name) = self.state_at(token)?;
                Some(tokens.partition_point(|token| token.span.start < name.end))
            };
            at = match span.contains(token.span) {
                true => at + 1,
                false => state().or_else(|| self.reader.name_words_end((&tokens, sight), at))?,
            };
        }
        Some((body, country, first.span))
    }

    /// The first body that some words name, and its state, if they name a single one and every state has such a body.
    fn body_in(&self, tokens: &[Token<'_>]) -> Option<(ConceptId, Option<ConceptId>, Span)> {
        // "UNITED NATIONS (AGENCY) -": before the brackets stands the place.
        let open = tokens.iter().position(|token| token.text == "(");
        let is_dateline = |open: &usize| tokens[..*open].iter().all(|token| token.shape != Shape::Lower);
        let tokens = &tokens[open.filter(is_dateline).unwrap_or(0)..];
        let (body, span) = tokens.iter().find_map(|token| self.body_at(token))?;
        let behind = tokens.partition_point(|token| token.span.start < span.end);
        if tokens.iter().skip(behind).take(WITH).any(|token| self.reader.marks_company(token)) {
            return None;
        }
        let outside = tokens.iter().filter(|token| !span.contains(token.span));
        let mut states: Vec<ConceptId> = outside.filter_map(|token| Some(self.state_at(token)?.0)).collect();
        states.dedup();
        let state = states.pop().filter(|_| states.is_empty() && self.states.have(&body));
        Some((body, state, span))
    }

    fn state_at(&self, token: &Token<'_>) -> Option<(ConceptId, Span)> {
        self.reader.state_at(self.text, self.folded, token)
    }

    fn body_at(&self, token: &Token<'_>) -> Option<(ConceptId, Span)> {
        self.reader.body_at(self.text, self.folded, token)
    }

    /// The first full date of the head or of a tag; then that of the line where the text is signed; then a day without its year
    /// where nothing but place, day and agency stands ("Lima, 24 Feb (AGENCY)").
    fn published(&self) -> Option<(Date, Span)> {
        let heads = || self.heads.iter().map(|head| head.tokens.as_slice());
        let tags = || self.tags.iter().map(|(tokens, _)| *tokens);
        let day = |tokens: &[Token<'_>]| self.date_in(tokens, |date| date.month.is_some() && date.day.is_some());
        let datelines = self.heads.iter().filter(|head| head.is_dateline).map(|head| head.tokens.as_slice());
        let openings = self.tags.iter().filter(|(_, opens)| *opens).map(|(tokens, _)| *tokens);
        heads()
            .chain(tags())
            .find_map(|tokens| self.full_date(tokens))
            .or_else(|| self.signed.as_deref().and_then(|tokens| self.date_of_signature(tokens)))
            .or_else(|| self.dated.iter().find_map(|tokens| self.full_date(tokens)))
            .or_else(|| self.with_stamp(datelines.chain(openings).find_map(day)))
    }

    /// A day with the year of the month that a crawler put before the text; that month where no day is told.
    fn with_stamp(&self, day: Option<(Date, Span)>) -> Option<(Date, Span)> {
        let stamp = cut_stamp(self.text).0;
        let month = stamp.filter(|(month, _)| month.year.is_some() && month.month.is_some());
        match (day, month) {
            (Some((day, span)), Some((month, _))) => Some((nearest_year(day, month), span)),
            (day, month) => day.or(month),
        }
    }

    /// The day that closes the line behind the text, behind a place ("Lima, 5 March 2023").
    fn date_of_signature(&self, tokens: &[Token<'_>]) -> Option<(Date, Span)> {
        let last = tokens.iter().rposition(|token| token.shape != Shape::Mark)?;
        let (date, span) = self.full_date(tokens)?;
        let at = tokens.iter().position(|token| token.span.start == span.start)?;
        let before = tokens[..at].iter().rev().find(|token| token.shape != Shape::Lower)?;
        (before.text == "," && tokens[last].span.end == span.end).then_some((date, span))
    }

    fn full_date(&self, tokens: &[Token<'_>]) -> Option<(Date, Span)> {
        self.date_in(tokens, Date::is_full)
    }

    fn date_in(&self, tokens: &[Token<'_>], fits: impl Fn(Date) -> bool) -> Option<(Date, Span)> {
        (0..tokens.len()).find_map(|at| {
            let date = self.reader.date_at(tokens, at)?;
            let span = tokens[at].span.to(tokens[at + date.tokens - 1].span);
            fits(date.start).then_some((date.start, span))
        })
    }
}

/// How many words behind a body say that somebody was with its people ("AB liderləri **ilə** görüşdə").
const WITH: usize = 3;

/// Whether a headline stands above the text.
fn has_headline(text: &str, blocks: &[Block]) -> bool {
    let heads = blocks.iter().skip(1).take_while(|block| block.kind != BlockKind::Prose);
    heads
        .filter(|block| block.kind == BlockKind::Title)
        .any(|block| block.span.of(text).split_whitespace().count() >= HEADLINE)
}

/// The fewest words of a headline.
const HEADLINE: usize = 4;
