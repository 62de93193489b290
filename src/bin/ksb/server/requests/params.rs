//! What a request says, and how it is answered.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::protocol::{ErrorCode, Position};

/// Why a request has no answer.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) code: ErrorCode,
    pub(crate) why: String,
}

impl Refused {
    pub(super) fn invalid(why: impl Into<String>) -> Self {
        Self { code: ErrorCode::InvalidParams, why: why.into() }
    }

    pub(super) fn failed(why: impl Into<String>) -> Self {
        Self { code: ErrorCode::RequestFailed, why: why.into() }
    }
}

/// The answer to a request.
pub(crate) type Answer = Result<Value, Refused>;

/// Parameters of a request.
pub(super) fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refused> {
    serde_json::from_value(params).map_err(|why| Refused::invalid(why.to_string()))
}

/// The document that a request is about.
pub(super) fn uri(params: &Value) -> Result<String, Refused> {
    let uri = params.pointer("/textDocument/uri").and_then(Value::as_str);
    uri.map(str::to_owned).ok_or_else(|| Refused::invalid("`textDocument.uri` is missing"))
}

/// The document and the place that a request is about.
pub(super) fn place(params: &Value) -> Result<(String, Position), Refused> {
    Ok((uri(params)?, read(params["position"].clone())?))
}

/// What is answered, as JSON.
pub(super) fn written(answer: impl Serialize) -> Answer {
    serde_json::to_value(answer).map_err(|why| Refused::failed(why.to_string()))
}
