#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace relevo::relay {

/// What `relevo-relay inspect` shows of the assistant's judgement.
enum class Inspection { Triggers, Sentiment, Summary };

/// The answer to one line as one line of JSON, without the line's end; an empty line is one, too. For
/// triggers and sentiment the line is an utterance: JSON with "text", "content", "utterance" or "message"
/// (and "contact"), or else the text itself. For a summary it is a conversation:
/// {"id","turns":[{"role","content"}],"contact"?,"trigger"?}. JSON that is neither is answered with
/// {"error"}. Bytes that are not UTF-8 are replaced.
[[nodiscard]] std::string inspectLine(Inspection what, std::string_view line);

/// Answers each line of `in` on `out` at once, until the end. Of a line longer than a mebibyte the rest is
/// not read. Returns the exit code.
[[nodiscard]] int inspect(Inspection what, std::FILE* in, std::FILE* out);

} // namespace relevo::relay
