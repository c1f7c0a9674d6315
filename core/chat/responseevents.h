// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// A finished answer of /responses as the events of a stream that tells it, in the order in which OpenAI's clients take
/// them, each text in one piece; items stay as they are written. Empty: it is no such answer. Follows OpenAI's API
/// reference (responses, streaming events).
[[nodiscard]] QByteArray responseEvents(const QByteArray &response);

} // namespace lightwell
