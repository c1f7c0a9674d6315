// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <functional>

namespace lightwell {

/// What the object `usage` of an answer becomes.
using UsageChange = std::function<QJsonObject(const QJsonObject &usage)>;

/// An answer of a text model with every usage in it changed, wherever OpenAI's text APIs and their vendors have it; all
/// else stays as it is written. One without stays as it is.
[[nodiscard]] QByteArray withChangedUsage(const QByteArray &answer, const UsageChange &change);
/// The same of one event of a stream.
[[nodiscard]] QByteArray withChangedUsageInEvent(const QByteArray &event, const UsageChange &change);

} // namespace lightwell
