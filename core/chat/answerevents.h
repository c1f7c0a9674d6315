// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// A whole answer of chat/completions or responses as the events that a client awaits who asked for a stream: there are
/// servers that do not stream. Each choice is one chunk; a response is responseEvents(). Empty: it is neither.
[[nodiscard]] QByteArray answerEvents(const QByteArray &answer);

} // namespace lightwell
