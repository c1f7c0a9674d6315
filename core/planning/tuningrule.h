// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QJsonValue>

namespace lightwell {

/// The refusal of a value that is none of a parameter of Tuning: what it has to be, and for a misspelt word what may
/// have been meant. `field` is what the caller called it.
[[nodiscard]] Error tuningFault(const QString &parameter, const QString &field, const QJsonValue &value);

/// The refusal of a word that nobody knows. `known` are those that may have been meant, `usual` those to choose from
/// where none is near.
[[nodiscard]] Error wordFault(const QString &field, const QString &word, const QStringList &known,
                              const QStringList &usual);

} // namespace lightwell
