// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"
#include "core/model/generation.h"

#include <QJsonObject>
#include <QStringList>

namespace lightwell {

/// A vendor told a cost that nobody would believe.
[[nodiscard]] bool hasDoubtedCost(const Generation &generation);
/// A bill is booked, but so far beyond its estimate that somebody should look it up.
[[nodiscard]] bool isBillQuestioned(const Generation &generation);
/// All was made that was asked for. That the media folder would not take it, that its cost is doubted, or more than a
/// budget allows, is said, but is no failure here: the picture goes to `-o`, and a script that sees a failure may pay
/// again.
[[nodiscard]] bool isDone(const Generation &generation);
/// A generation as programs read it from `--json`: ids, sizes, money in dollars, what was changed on the way.
[[nodiscard]] QJsonObject generationReport(const Generation &generation, const QStringList &files);
/// "fal.ai (fal)": what people call it, and the id that commands take.
[[nodiscard]] QString providerText(const AdapterRegistry &adapters, const QString &id);
[[nodiscard]] QString sizeText(QSize size); ///< "1344×768", or "–"
[[nodiscard]] QString askedSizeText(const Request &request); ///< "16:9", "1024×1024", "–"
[[nodiscard]] QString durationText(const Generation &generation); ///< "4.1 s"
/// Of one request, for people; programs have the exact value in JSON: "$0.031", "$1.20", "unknown", "free".
[[nodiscard]] QString moneyText(Money amount);
[[nodiscard]] QString priceText(const Estimate &estimate); ///< with "at most" where the vendor chooses
[[nodiscard]] QString sumText(Money amount); ///< of many: "$12.04"
[[nodiscard]] QString costText(const Generation &generation); ///< the same; "not billed" where nothing was made for it
/// providerText() of who was asked last, or "–" where nobody was.
[[nodiscard]] QString askedProviderText(const AdapterRegistry &adapters, const Generation &generation);
[[nodiscard]] QString progressText(const Progress &progress); ///< "fal: waiting, 63 %"

} // namespace lightwell
