//! Messages on a stream of bytes. What is not a message is reported, and the next one is read.

use std::io::{self, BufRead, Read, Write};

use serde_json::json;

use super::protocol::{ErrorCode, Message};

/// The longest message that is read, in bytes.
const LONGEST: u64 = 256 << 20;

/// The longest header line that is read at once, in bytes.
const LONGEST_LINE: u64 = 4096;

/// What came in.
#[derive(Debug)]
pub(super) enum Incoming {
    /// A message.
    Message(Message),
    /// Bytes that are not a message, and why.
    NotAMessage(String),
}

/// What goes out.
#[derive(Debug)]
pub(super) enum Outgoing {
    /// A message.
    Message(Message),
    /// That something was not a message, and why.
    Refusal(String),
}

/// The next message, or `None` at the end of the stream.
///
/// Fails if the stream cannot be read.
pub(super) fn next(input: &mut dyn BufRead) -> io::Result<Option<Incoming>> {
    let length = match head(input)? {
        Head::End => return Ok(None),
        Head::WithoutLength => {
            return Ok(Some(Incoming::NotAMessage("there is no Content-Length header".to_owned())));
        }
        Head::Length(length) => length,
    };
    if length > LONGEST {
        io::copy(&mut input.take(length), &mut io::sink())?;
        return Ok(Some(Incoming::NotAMessage("the message is too long".to_owned())));
    }
    let mut bytes = Vec::new();
    input.take(length).read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    let parsed = serde_json::from_slice::<Message>(&bytes);
    Ok(Some(parsed.map_or_else(|why| Incoming::NotAMessage(why.to_string()), Incoming::Message)))
}

/// What comes before a message.
enum Head {
    /// Its length.
    Length(u64),
    /// Nothing that gives its length.
    WithoutLength,
    /// The end of the stream.
    End,
}

/// The header of the next message.
fn head(input: &mut dyn BufRead) -> io::Result<Head> {
    let (mut length, mut has_begun) = (None, false);
    loop {
        let mut line = Vec::new();
        if input.take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(Head::End);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim();
        if line.is_empty() && has_begun {
            return Ok(length.map_or(Head::WithoutLength, Head::Length));
        }
        has_begun |= !line.is_empty();
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
}

/// Writes a message. A response without an id answers something that was not a message.
pub(super) fn write(message: &Outgoing, output: &mut dyn Write) -> io::Result<()> {
    match message {
        Outgoing::Message(message) => message.write(&mut &mut *output),
        Outgoing::Refusal(why) => {
            let error = json!({ "code": ErrorCode::ParseError as i32, "message": why });
            let text = json!({ "jsonrpc": "2.0", "id": null, "error": error }).to_string();
            write!(output, "Content-Length: {}\r\n\r\n{text}", text.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_message_does_not_end_the_stream() {
        let exit = r#"{"jsonrpc":"2.0","method":"exit"}"#;
        let good = format!("content-length: {}\r\nX: y\r\n\r\n{exit}", exit.len());
        let text =
            format!("Content-Length: 3\r\n\r\n{{a}}Nonsense\r\n\r\n{good}Content-Length: 99\r\n\r\n{{");
        let mut input = text.as_bytes();
        let mut read = || next(&mut input).expect("memory is readable");
        assert!(matches!(read(), Some(Incoming::NotAMessage(_))));
        assert!(matches!(read(), Some(Incoming::NotAMessage(_))));
        assert!(
            matches!(read(), Some(Incoming::Message(Message::Notification(one))) if one.method == "exit")
        );
        assert!(read().is_none() && read().is_none());
    }
}
