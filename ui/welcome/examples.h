// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace lightwell {

/// A prompt to begin with.
struct Example
{
    QString id; ///< in object names
    QString title;
    QString prompt;
    QString model; ///< of the built-in ones, which shows it best
    bool alone = false; ///< it is made for that model, which is chosen alone; otherwise the form's models stay
};

/// `first`: the prompt that stands in the form at a first start.
[[nodiscard]] QList<Example> examples(const QString &first);

} // namespace lightwell
