// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"

namespace lightwell {

/// One thing in which the recipes of two pictures differ.
struct SettingDifference
{
    QString setting; ///< "Seed"
    QString alone; ///< "Only the seed differs"
    QString a; ///< "1"; "–" where that recipe says nothing
    QString b; ///< of prompts, the words from the first to the last that differs

    friend bool operator==(const SettingDifference &, const SettingDifference &) = default;
};

/// In the order of what matters most: model, prompt, size, seed and so on. What was asked counts, and of seeds what was
/// used. None where nothing is known of one of them.
[[nodiscard]] QList<SettingDifference> recipeDifferences(const ViewedPicture &a, const ViewedPicture &b);

/// "Only the prompt differs", "Model and seed differ", "4 settings differ", "The same settings"; empty: not known.
[[nodiscard]] QString differenceTitle(const QList<SettingDifference> &differences, const ViewedPicture &a,
                                      const ViewedPicture &b);

/// From the first word to the last in which two texts differ: "dusk" and "night".
[[nodiscard]] std::pair<QString, QString> differingWords(const QString &a, const QString &b);

} // namespace lightwell
