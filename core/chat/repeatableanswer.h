// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace lightwell {

/// An answer of a text model as whoever asks the same once more may get it without paying: every number in its usage is
/// 0, all else stays as it is written. Of any of OpenAI's text APIs. Nothing: it is not all that the model would have
/// said, since a limit or a filter ended it, or it has an error in it. Takes a moment for a long one.
[[nodiscard]] std::optional<QByteArray> repeatableAnswer(const QByteArray &answer);
/// The same of the events of a stream, or of some of them.
[[nodiscard]] std::optional<QByteArray> repeatableEvents(const QByteArray &events);

} // namespace lightwell
