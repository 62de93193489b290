//! Tags and runs of text of an HTML file, each with its place, from a tokeniser that follows the
//! HTML standard: scripts, styles and comments are never taken for content.

use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Error, Span as TokenSpan, Tokenizer};

/// A start tag.
#[derive(Debug)]
pub(in crate::read) struct StartTag {
    /// The name of the element, in lower case.
    pub(in crate::read) name: String,
    /// Its attributes, in order.
    pub(in crate::read) attributes: Vec<Attribute>,
    /// From `<` to `>`.
    pub(in crate::read) span: Range<usize>,
    /// Whether it ends with `/>`.
    pub(in crate::read) self_closing: bool,
}

/// An attribute of a start tag.
#[derive(Debug)]
pub(in crate::read) struct Attribute {
    /// Its name, in lower case.
    pub(in crate::read) name: String,
    /// Its value, with entities decoded; empty if there is none.
    pub(in crate::read) value: String,
    /// Where the value is, without its quotes.
    pub(in crate::read) span: Range<usize>,
}

/// What an HTML file is made of.
#[derive(Debug)]
pub(in crate::read) enum Token {
    /// A run of text as it is in the file, with entities.
    Text(Range<usize>),
    /// A start tag.
    Start(StartTag),
    /// An end tag, by its name in lower case.
    End(String),
}

/// What the tokeniser reports, owned.
enum Event {
    Open(String, usize),
    Name(String),
    Value(String, TokenSpan<usize>),
    Close(usize, bool),
    End(String, TokenSpan<usize>),
    Aside(TokenSpan<usize>),
    Text(usize),
    Cut,
}

/// Reads the bytes `range` of `text`. Returns the tokens, and whether the text ends within a tag or
/// a comment.
pub(in crate::read) fn tokens(text: &str, range: Range<usize>) -> (Vec<Token>, bool) {
    let mut emitter =
        CallbackEmitter::new(|event: CallbackEvent<'_>, place: TokenSpan<usize>| owned(&event, place));
    emitter.naively_switch_states(true);
    let mut collector = Collector::new(text, range.clone());
    for event in Tokenizer::new_with_emitter(&text[range], emitter) {
        let Ok(event) = event;
        collector.take(event);
    }
    collector.finish()
}

/// The decoded form of a piece of text with entities.
pub(in crate::read) fn decoded(raw: &str) -> String {
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: TokenSpan<()>| match event {
        CallbackEvent::String { value } => Some(name_of(value)),
        _ => None,
    });
    let parts = Tokenizer::new_with_emitter(raw, emitter).map(|part| {
        let Ok(part) = part;
        part
    });
    parts.collect()
}

fn name_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn owned(event: &CallbackEvent<'_>, place: TokenSpan<usize>) -> Option<Event> {
    Some(match *event {
        CallbackEvent::OpenStartTag { name } => Event::Open(name_of(name), place.start),
        CallbackEvent::AttributeName { name } => Event::Name(name_of(name)),
        CallbackEvent::AttributeValue { value } => Event::Value(name_of(value), place),
        CallbackEvent::CloseStartTag { self_closing } => Event::Close(place.end, self_closing),
        CallbackEvent::EndTag { name } => Event::End(name_of(name), place),
        CallbackEvent::String { .. } => Event::Text(place.end),
        CallbackEvent::Comment { .. } | CallbackEvent::Doctype { .. } => Event::Aside(place),
        CallbackEvent::Error(
            Error::EofBeforeTagName
            | Error::EofInCdata
            | Error::EofInComment
            | Error::EofInDoctype
            | Error::EofInScriptHtmlCommentLikeText
            | Error::EofInTag,
        ) => Event::Cut,
        CallbackEvent::Error(_) => return None,
    })
}

/// Turns events into tokens. Text is what lies between two tags, so that its place is exact
/// whatever entities and line endings it holds.
struct Collector<'s> {
    text: &'s str,
    range: Range<usize>,
    tokens: Vec<Token>,
    tag: Option<StartTag>,
    /// The end of the last tag or comment.
    done: usize,
    /// The end of the last run of text that the tokeniser reported.
    text_end: usize,
    cut: bool,
}

impl<'s> Collector<'s> {
    fn new(text: &'s str, range: Range<usize>) -> Self {
        let start = range.start;
        Self { text, range, tokens: Vec::new(), tag: None, done: start, text_end: start, cut: false }
    }

    /// An offset from the tokeniser as an offset in the whole text, never before what is done and
    /// never inside a character.
    fn offset(&self, at: usize) -> usize {
        let at = self.text.floor_char_boundary((self.range.start + at).min(self.range.end));
        at.max(self.done)
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Open(name, start) => {
                let start = self.offset(start);
                self.tag =
                    Some(StartTag { name, attributes: Vec::new(), span: start..start, self_closing: false });
            }
            Event::Name(name) => self.attribute(name),
            Event::Value(value, place) => self.value(value, place),
            Event::Close(end, self_closing) => self.close(end, self_closing),
            Event::End(name, place) => {
                self.boundary(place);
                self.tokens.push(Token::End(name));
            }
            Event::Aside(place) => self.boundary(place),
            Event::Text(end) => self.text_end = self.offset(end),
            Event::Cut => self.cut = true,
        }
    }

    fn attribute(&mut self, name: String) {
        let done = self.done;
        if let Some(tag) = &mut self.tag {
            tag.attributes.push(Attribute { name, value: String::new(), span: done..done });
        }
    }

    fn value(&mut self, value: String, place: TokenSpan<usize>) {
        let start = self.offset(place.start);
        let end = self.offset(place.end).max(start);
        if let Some(attribute) = self.tag.as_mut().and_then(|tag| tag.attributes.last_mut()) {
            attribute.value = value;
            attribute.span = start..end;
        }
    }

    fn close(&mut self, end: usize, self_closing: bool) {
        let Some(mut tag) = self.tag.take() else { return };
        let start = tag.span.start;
        tag.span = start..self.offset(end).max(start);
        tag.self_closing = self_closing;
        self.text_until(start);
        self.done = tag.span.end;
        self.tokens.push(Token::Start(tag));
    }

    /// Ends the text before a tag or comment at `place`.
    fn boundary(&mut self, place: TokenSpan<usize>) {
        let start = self.offset(place.start);
        let end = self.offset(place.end).max(start);
        self.text_until(start);
        self.done = end;
    }

    fn text_until(&mut self, end: usize) {
        if self.done < end {
            self.tokens.push(Token::Text(self.done..end));
        }
    }

    fn finish(mut self) -> (Vec<Token>, bool) {
        let end = if self.cut { self.text_end } else { self.range.end };
        self.text_until(end);
        (self.tokens, self.cut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |token: &Token| match token {
            Token::Text(range) => format!("text {}", &text[range.clone()]),
            Token::Start(tag) => format!("start {} {}", tag.name, &text[tag.span.clone()]),
            Token::End(name) => format!("end {name}"),
        };
        tokens(text, 0..text.len()).0.iter().map(show).collect()
    }

    #[test]
    fn tags_and_texts_have_exact_places() {
        let text = "é<P Class=x>a &amp; b\r\n<br/>c</P ><!-- <p> -->d";
        let wanted = [
            "text é",
            "start p <P Class=x>",
            "text a &amp; b\r\n",
            "start br <br/>",
            "text c",
            "end p",
            "text d",
        ];
        assert_eq!(shown(text), wanted);
    }

    #[test]
    fn attribute_values_have_exact_places() {
        let text = "\r\n<a b=\"1&amp;2\" c='é' d=e f>";
        let (tokens, cut) = tokens(text, 0..text.len());
        let Some(Token::Start(tag)) = tokens.last() else { panic!("no tag in {tokens:?}") };
        let values: Vec<_> =
            tag.attributes.iter().map(|one| (one.value.as_str(), &text[one.span.clone()])).collect();
        assert_eq!(values, [("1&2", "1&amp;2"), ("é", "é"), ("e", "e"), ("", "")]);
        assert!(!cut);
    }

    #[test]
    fn scripts_are_text_of_the_script() {
        let wanted = ["start script <script>", "text '<p>x</p>'", "end script"];
        assert_eq!(shown("<script>'<p>x</p>'</script>"), wanted);
    }

    #[test]
    fn a_text_that_ends_in_a_tag_is_cut() {
        for text in ["<p>a<b class=\"<i", "<p>a<!-- x", "<p>a</p"] {
            let (list, cut) = tokens(text, 0..text.len());
            assert!(cut, "{text}");
            assert!(
                matches!(&list[1], Token::Text(range) if &text[range.clone()] == "a"),
                "{text}: {list:?}"
            );
        }
        assert!(!tokens("<p>a < b", 0..8).1);
    }

    #[test]
    fn entities_are_decoded() {
        assert_eq!(decoded("&amp;&#233;&nbsp;&unknown;"), "&é\u{a0}&unknown;");
    }
}
