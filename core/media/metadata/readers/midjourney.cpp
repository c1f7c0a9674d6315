// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A description as typed: "a cat --ar 3:2 --v 7 Job ID: 12345678-…".
#include "core/media/metadata/readers/readers.h"
#include "core/media/metadata/readers/settingsjson.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lightwell::metadata::readers {

namespace {

void readOption(ClaimedRecipe &recipe, const QString &option)
{
    const QString name = option.section(u' ', 0, 0);
    const QString value = option.section(u' ', 1).trimmed();
    if (name == "no"_L1) {
        recipe.negativePrompt = value;
    } else if (name == "seed"_L1) {
        recipe.seed = seedOf(value);
    } else if (name == "v"_L1 || name == "version"_L1 || name == "niji"_L1) {
        recipe.model = (name == "niji"_L1 ? u"niji "_s : u"Midjourney "_s) + value;
    } else if (!name.isEmpty() && recipe.settings.size() < 100) {
        recipe.settings.append({name, value});
    }
}

} // namespace

Found midjourney(const QString &description)
{
    static const QRegularExpression form(u"^(.*?)\\s*Job ID: ([0-9a-fA-F-]{36})\\s*$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(description);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    static const QRegularExpression dashes(u"(?:^|\\s)--(?=[A-Za-z])"_s);
    const QStringList parts = match.captured(1).split(dashes);
    ClaimedRecipe recipe;
    recipe.program = u"Midjourney"_s;
    recipe.prompt = parts.constFirst().trimmed();
    for (qsizetype i = 1; i < parts.size(); ++i) {
        readOption(recipe, parts.at(i));
    }
    recipe.settings.append({u"Job ID"_s, match.captured(2)});
    recipe.raw = description;
    return recipe;
}

} // namespace lightwell::metadata::readers
