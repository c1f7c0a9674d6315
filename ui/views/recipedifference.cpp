// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/recipedifference.h"

#include "ui/compare/emulationtext.h"
#include "ui/texts.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(RecipeDifference)
};

const QString unsaid = u"–"_s;

QString seedOf(const ViewedPicture &it)
{
    const auto seed = it.picture.seed ? it.picture.seed : it.generation.request.seed;
    return seed ? QString::number(*seed) : QString();
}

QString valueText(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? Text::tr("on") : Text::tr("off");
    }
    if (value.isArray()) {
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    }
    return value.toVariant().toString();
}

bool isKnown(const ViewedPicture &it)
{
    return !it.generation.request.model.isEmpty();
}

} // namespace

std::pair<QString, QString> differingWords(const QString &a, const QString &b)
{
    const QStringList first = a.split(u' ', Qt::SkipEmptyParts);
    const QStringList second = b.split(u' ', Qt::SkipEmptyParts);
    const qsizetype least = std::min(first.size(), second.size());
    qsizetype before = 0;
    while (before < least && first.at(before) == second.at(before)) {
        ++before;
    }
    qsizetype after = 0;
    while (after < least - before && first.at(first.size() - 1 - after) == second.at(second.size() - 1 - after)) {
        ++after;
    }
    return {first.mid(before, first.size() - before - after).join(u' '),
            second.mid(before, second.size() - before - after).join(u' ')};
}

QList<SettingDifference> recipeDifferences(const ViewedPicture &a, const ViewedPicture &b)
{
    QList<SettingDifference> all;
    if (!isKnown(a) || !isKnown(b)) {
        return all;
    }
    const Request &first = a.generation.request;
    const Request &second = b.generation.request;
    const auto add = [&all](const QString &setting, const QString &left, const QString &right,
                            const QString &alone = {}) {
        if (left != right) {
            all.append({setting, alone.isEmpty() ? Text::tr("Only this differs: %1").arg(setting) : alone,
                        left.isEmpty() ? unsaid : left, right.isEmpty() ? unsaid : right});
        }
    };
    if (first.model != second.model) {
        add(Text::tr("Model"), a.name.isEmpty() ? first.model : a.name, b.name.isEmpty() ? second.model : b.name,
            Text::tr("Only the model differs"));
    }
    if (first.prompt != second.prompt) {
        const auto [left, right] = differingWords(first.prompt, second.prompt);
        add(Text::tr("Prompt"), left, right, Text::tr("Only the prompt differs"));
    }
    add(Text::tr("Negative prompt"), first.negativePrompt, second.negativePrompt);
    if (first.size != second.size) {
        add(Text::tr("Size"), texts::size(first.size), texts::size(second.size), Text::tr("Only the size differs"));
    }
    add(Text::tr("Seed"), seedOf(a), seedOf(b), Text::tr("Only the seed differs"));
    add(Text::tr("Quality"), first.quality, second.quality);
    add(Text::tr("Style"), first.style, second.style);
    add(Text::tr("Background"), first.background, second.background);
    const auto format = [](const std::optional<ImageFormat> &it) { return it ? formatLabel(*it) : QString(); };
    add(Text::tr("Format"), format(first.format), format(second.format));
    for (const QString &name : Tuning::names()) {
        const QJsonValue left = first.tuning.value(name);
        const QJsonValue right = second.tuning.value(name);
        if (left != right) {
            add(parameterLabel(name), valueText(left), valueText(right));
        }
    }
    if (first.images != second.images || first.mask != second.mask) {
        const auto count = [](const Request &request) { return QString::number(request.images.size()); };
        all.append({Text::tr("Reference pictures"), Text::tr("Only the reference pictures differ"), count(first),
                    count(second)});
    }
    return all;
}

QString differenceTitle(const QList<SettingDifference> &differences, const ViewedPicture &a, const ViewedPicture &b)
{
    if (!isKnown(a) || !isKnown(b)) {
        return {};
    }
    switch (differences.size()) {
    case 0:
        return Text::tr("The same settings");
    case 1:
        return differences.constFirst().alone;
    case 2:
        return Text::tr("%1 and %2 differ").arg(differences.at(0).setting, differences.at(1).setting);
    default:
        return Text::tr("%1 settings differ").arg(differences.size());
    }
}

} // namespace lightwell
