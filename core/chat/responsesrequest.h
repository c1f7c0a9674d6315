// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chat/textcall.h"

namespace lightwell {

/// A call to /responses as one to /chat/completions, for vendors that have no responses: words, pictures that go in,
/// functions and what they gave back, a schema of the answer. What has the same name on both sides stays as it was
/// written. An error, with the field in `param`, where it asks for more than that. Follows OpenAI's API reference.
[[nodiscard]] Result<TextCall> chatFromResponses(const TextCall &call);

/// Fields of such a call that say something, and that no chat has a word for: it goes without them.
[[nodiscard]] QStringList leftOutOfChat(const QByteArray &responses);

} // namespace lightwell
