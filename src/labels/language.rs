//! What is known of a language: how it counts, writes numbers and days, joins what it lists, and
//! from which side it is read. From the Unicode CLDR, by the crates of ICU4X.

use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::ListFormatter;
use icu_locale::{Locale, LocaleDirectionality, locale};
use icu_plurals::{PluralCategory, PluralRules};
use std::sync::Arc;

/// A language by its tag.
#[derive(Clone, Debug)]
pub struct Language {
    /// As it was written: `en`, `de-AT`, `zh-Hant`.
    tag: String,
    locale: Locale,
    rules: Arc<Rules>,
}

/// What pages ask for thousands of times, and what takes longer to find than to follow. A language
/// that nobody has told of something has none.
#[derive(Debug)]
struct Rules {
    plurals: Option<PluralRules>,
    decimals: Option<DecimalFormatter>,
    lists: Option<ListFormatter>,
}

impl Rules {
    fn of(locale: &Locale) -> Arc<Rules> {
        Arc::new(Rules {
            plurals: PluralRules::try_new_cardinal(locale.into()).ok(),
            decimals: DecimalFormatter::try_new(locale.into(), Default::default()).ok(),
            lists: ListFormatter::try_new_and(locale.into(), Default::default()).ok(),
        })
    }
}

/// The rules follow from the rest.
impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        (&self.tag, &self.locale) == (&other.tag, &other.locale)
    }
}

impl Eq for Language {}

/// The kinds of numbers that languages tell apart, as CLDR calls them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

impl Language {
    /// `None` for what is no tag of BCP 47.
    pub fn named(tag: &str) -> Option<Language> {
        let written = Locale::try_from_str(tag).ok()?;
        // English alone says nothing of a country, so it is the English of the world: days before
        // months, and "A, B and C".
        let locale = if written == locale!("en") { locale!("en-001") } else { written };
        Some(Language { tag: tag.to_owned(), rules: Rules::of(&locale), locale })
    }

    pub fn english() -> Language {
        let locale = locale!("en-001");
        Language { tag: "en".to_owned(), rules: Rules::of(&locale), locale }
    }

    /// As it was written, and as `<html lang>` has it.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// The language without country and script: `de` of `de-AT`.
    pub fn base(&self) -> &str {
        self.locale.id.language.as_str()
    }

    pub fn is_right_to_left(&self) -> bool {
        LocaleDirectionality::new_extended().is_right_to_left(&self.locale.id)
    }

    /// Whether it writes all nouns with a capital, so that a title is not changed inside a sentence.
    pub fn capitalises_nouns(&self) -> bool {
        matches!(self.base(), "de" | "lb")
    }

    /// The kinds of numbers that the language tells apart, [`Category::Other`] last.
    pub fn categories(&self) -> Vec<Category> {
        let told = self.rules.plurals.as_ref().map_or_else(
            || vec![Category::Other],
            |it| it.categories().map(Category::from).collect(),
        );
        Category::ALL.into_iter().filter(|it| told.contains(it)).collect()
    }

    pub fn category(&self, n: u64) -> Category {
        let rules = self.rules.plurals.as_ref();
        rules.map_or(Category::Other, |it| it.category_for(n).into())
    }

    /// `12,345`
    pub fn number(&self, n: u64) -> String {
        self.decimal(&Decimal::from(n), n.to_string())
    }

    /// A number of hundredths: `22.50`, and `80,000` where there are none.
    pub fn hundredths(&self, n: u64) -> String {
        let mut decimal = Decimal::from(n);
        decimal.multiply_pow10(-2);
        if n.is_multiple_of(100) {
            decimal.trim_end();
        }
        self.decimal(&decimal, decimal.to_string())
    }

    fn decimal(&self, decimal: &Decimal, otherwise: String) -> String {
        let rules = self.rules.decimals.as_ref();
        rules.map_or(otherwise, |it| it.format(decimal).to_string())
    }

    /// `2027-01-31` is "31 January 2027".
    pub fn day_in_words(&self, day: &str) -> String {
        self.day_of(day, YMD::long())
    }

    /// `31 Jan 2027`
    pub fn day_in_brief(&self, day: &str) -> String {
        self.day_of(day, YMD::medium())
    }

    fn day_of(&self, day: &str, fields: YMD) -> String {
        let Some(date) = date(day) else { return day.to_owned() };
        let said = |locale: &Locale| {
            let formatter = FixedCalendarDateTimeFormatter::try_new(locale.into(), fields);
            formatter.map_or_else(|_| day.to_owned(), |it| it.format(&date).to_string())
        };
        let own = said(&self.locale);
        // Of a language that nobody has told of its months nothing comes but their numbers.
        if own == said(&Locale::UNKNOWN) { said(&locale!("en-001")) } else { own }
    }

    /// What stands before the item `at`, from 1, of a sentence that names `of`: a comma, or the last
    /// time the word.
    pub fn joint(&self, at: usize, of: usize) -> String {
        let (true, Some(formatter)) = (at > 1, &self.rules.lists) else { return String::new() };
        // Items that no language has, so that everything else is what joins them.
        let said = formatter.format(std::iter::repeat_n(ITEM, of)).to_string();
        said.split(ITEM).nth(at - 1).unwrap_or_default().to_owned()
    }
}

const ITEM: &str = "\u{1}";

fn date(day: &str) -> Option<Date<Gregorian>> {
    let mut parts = day.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    Date::try_new_gregorian(year, month, parts.next()?.parse().ok()?).ok()
}

impl Category {
    pub const ALL: [Category; 6] = [
        Category::Zero,
        Category::One,
        Category::Two,
        Category::Few,
        Category::Many,
        Category::Other,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Category::Zero => "zero",
            Category::One => "one",
            Category::Two => "two",
            Category::Few => "few",
            Category::Many => "many",
            Category::Other => "other",
        }
    }

    pub fn named(name: &str) -> Option<Category> {
        Category::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl From<PluralCategory> for Category {
    fn from(category: PluralCategory) -> Category {
        match category {
            PluralCategory::Zero => Category::Zero,
            PluralCategory::One => Category::One,
            PluralCategory::Two => Category::Two,
            PluralCategory::Few => Category::Few,
            PluralCategory::Many => Category::Many,
            PluralCategory::Other => Category::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Category, Language};

    fn language(tag: &str) -> Language {
        Language::named(tag).unwrap()
    }

    #[test]
    fn a_tag_is_one_of_bcp_47() {
        for tag in ["en", "de-AT", "zh-Hant", "ar", "sr-Latn-RS"] {
            assert_eq!(language(tag).tag(), tag);
        }
        for tag in ["", "e", "en_", "German language", "de--AT"] {
            assert_eq!(Language::named(tag), None, "{tag}");
        }
        assert_eq!(language("de-AT").base(), "de");
    }

    #[test]
    fn a_day_is_said_in_words() {
        for (tag, said) in [
            ("en", "31 January 2027"),
            ("en-US", "January 31, 2027"),
            ("de", "31. Januar 2027"),
            ("ar-EG", "٣١ يناير ٢٠٢٧"),
        ] {
            assert_eq!(language(tag).day_in_words("2027-01-31"), said, "{tag}");
        }
        assert_eq!(language("en").day_in_words("soon"), "soon");
    }

    #[test]
    fn numbers_are_written_as_the_language_does() {
        for (tag, said) in
            [("en", "12,345"), ("de", "12.345"), ("de-AT", "12\u{a0}345"), ("ar-EG", "١٢٬٣٤٥")]
        {
            assert_eq!(language(tag).number(12_345), said, "{tag}");
        }
        assert_eq!(language("de").hundredths(8_500_000), "85.000");
        assert_eq!(language("en").hundredths(2_250), "22.50");
    }

    #[test]
    fn what_is_listed_is_joined_as_the_language_does() {
        let said = |tag: &str| [1, 2, 3].map(|it| language(tag).joint(it, 3));
        assert_eq!(said("en"), ["", ", ", " and "]);
        assert_eq!(said("de"), ["", ", ", " und "]);
        assert_eq!(said("ar"), ["", " و", " و"]);
        assert_eq!(language("en-US").joint(3, 3), ", and ");
        assert_eq!(language("en").joint(2, 2), " and ");
    }

    #[test]
    fn languages_count_in_their_own_way() {
        use Category::{Few, Many, One, Other, Two, Zero};
        assert_eq!(language("en").categories(), [One, Other]);
        assert_eq!(language("ar").categories(), Category::ALL);
        let of = [0, 1, 2, 3, 11, 100].map(|it| language("ar").category(it));
        assert_eq!(of, [Zero, One, Two, Few, Many, Other]);
    }

    #[test]
    fn some_languages_are_read_from_the_right() {
        let is = ["en", "ar", "he", "fa", "ur", "az-Arab", "de"]
            .map(|it| language(it).is_right_to_left());
        assert_eq!(is, [false, true, true, true, true, true, false]);
    }
}
