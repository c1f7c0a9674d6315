// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/emulationtext.h"

#include "core/wording/wording.h"
#include "ui/texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(EmulationText)
};

/// Two ratios within one part in a hundred are the same to the eye; vendors round to multiples of 8 or 16.
constexpr double sameRatio = 0.015;

/// Resolutions are four times as many pixels as the one below; what vendors make of one lies around it.
constexpr double sameTier = 2.2;

bool hasRatio(QSize made, AspectRatio asked)
{
    const double ratio = static_cast<double>(made.width()) / made.height();
    return std::abs(std::log(ratio / asked.value())) < sameRatio;
}

bool hasTier(QSize made, ResolutionTier asked)
{
    const double pixels = static_cast<double>(made.width()) * made.height();
    return std::abs(std::log(pixels / static_cast<double>(tierPixels(asked)))) < std::log(sameTier);
}

/// What the plan says of a part of the size holds where the picture came as planned.
bool keepsByPlan(const Plan *plan, QSize made, const QString &parameter)
{
    if (!plan || made != plan->output.exactSize.value_or(plan->size.expected)) {
        return false;
    }
    const QList<PlannedParameter> &all = plan->parameters;
    return std::any_of(all.cbegin(), all.cend(), [&parameter](const PlannedParameter &planned) {
        return planned.name == parameter && planned.treatment != Treatment::Dropped && !planned.missed;
    });
}

QString valueText(const QString &parameter, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        if (const auto format = formatFromName(value.toString()); format && parameter == "output_format"_L1) {
            return formatLabel(*format);
        }
        // Sizes look the same wherever they stand.
        if (const std::optional<QSize> size = sizeFromString(value.toString())) {
            return texts::size(*size);
        }
        return value.toString();
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Bool:
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return Text::tr("nothing");
    default:
        return Text::tr("a list");
    }
}

/// What became of the picture, for the line under it.
struct Changes
{
    QStringList missed; ///< it is another than was asked
    QStringList harmless; ///< it came about in another way
};

bool isAboutSize(const PlannedParameter &parameter)
{
    static const QStringList names {u"size"_s, u"aspect_ratio"_s, u"resolution"_s, u"fit"_s};
    return names.contains(parameter.name);
}

/// Nobody sees it in the picture.
bool isBesideThePicture(const PlannedParameter &parameter)
{
    return parameter.name == "user"_L1 || parameter.name == "output_compression"_L1;
}

QString resizedText(const Plan &plan)
{
    switch (plan.output.fit) {
    case Fit::Crop: {
        const QSize made = plan.size.expected;
        const QSize wished = plan.output.exactSize.value_or(made);
        const bool isCut = !made.isEmpty() && !hasRatio(made, {wished.width(), wished.height()});
        return isCut ? Text::tr("cropped from %1").arg(texts::shape(made)) : Text::tr("scaled");
    }
    case Fit::Contain:
        return Text::tr("fitted inside");
    case Fit::Stretch:
        return Text::tr("stretched");
    default:
        return Text::tr("scaled");
    }
}

void addParameters(Changes &changes, const Plan &plan)
{
    bool isSizeTold = !changes.missed.isEmpty();
    for (const PlannedParameter &parameter : plan.weakened()) {
        const QString name = parameterLabel(parameter.name);
        if (isAboutSize(parameter) && std::exchange(isSizeTold, true)) {
            continue;
        }
        if (parameter.name == "output_compression"_L1 && parameter.treatment == Treatment::Emulated) {
            continue; // it goes with the conversion, which is told
        }
        if (parameter.treatment == Treatment::Dropped) {
            QStringList &list = isBesideThePicture(parameter) ? changes.harmless : changes.missed;
            list.append(Text::tr("%1 left out").arg(name));
        } else if (parameter.treatment == Treatment::Passed) {
            changes.missed.append(Text::tr("%1 sent unread").arg(name));
        } else if (parameter.missed) {
            changes.missed.append(Text::tr("%1 changed").arg(name));
        } else if (isAboutSize(parameter)) {
            changes.harmless.append(resizedText(plan));
        } else if (parameter.name == "output_format"_L1) {
            changes.harmless.append(Text::tr("converted to %1").arg(valueText(parameter.name, parameter.asked)));
        } else {
            changes.harmless.append(Text::tr("%1 by Lightwell").arg(name));
        }
    }
}

void setMark(EmulationText &text, const Changes &changes)
{
    text.calm = changes.missed.isEmpty();
    const QStringList &told = text.calm ? changes.harmless : changes.missed;
    text.brief = told.value(0);
    text.mark = told.size() > 1 ? Text::tr("%1 + %2 more").arg(text.brief).arg(told.size() - 1) : text.brief;
    text.calm = text.calm && !text.mark.isEmpty();
}

/// Vendors write prompts anew, and some words may not come through at all.
void addPrompt(EmulationText &text, const Generation &generation, const Names &names)
{
    const QString used = generation.pictures.isEmpty() ? QString() : generation.pictures.constFirst().revisedPrompt;
    if (used.simplified() == generation.request.prompt.simplified() || used.trimmed().isEmpty()) {
        return;
    }
    text.prompt = used.trimmed();
    const QString provider =
        names.provider && generation.plan ? names.provider(generation.plan->offer.provider) : QString();
    text.promptTitle = provider.isEmpty() ? Text::tr("The prompt as the provider used it")
                                          : Text::tr("The prompt as %1 used it").arg(provider);
}

/// Each thing once: parameters that changed for one reason are told of by the first of them.
void addReport(EmulationText &text, const Plan &plan, const Names &names)
{
    QList<Reason> told;
    for (const PlannedParameter &parameter : plan.parameters) {
        const QString line = parameterReport(parameter, names);
        if (line.isEmpty() || (!parameter.reason.isEmpty() && told.contains(parameter.reason))) {
            continue;
        }
        told.append(parameter.reason);
        text.report.append(line);
    }
}

/// It asks for something that cannot be done in the window.
void addDoubt(EmulationText &text, const Generation &generation)
{
    const auto isDoubted = [](const Attempt &attempt) { return attempt.doubtedCost.isKnown(); };
    const auto isQuestioned = [](const Attempt &attempt) { return attempt.isBillQuestioned(); };
    const QList<Attempt> &attempts = generation.attempts;
    const auto questioned = std::find_if(attempts.cbegin(), attempts.cend(), isQuestioned);
    if (questioned != attempts.cend()) {
        text.mark = generation.estimate.isKnown()
            ? Text::tr("Billed %1, about %2 was expected. Look it up…")
                  .arg(texts::one(questioned->cost), texts::one(generation.estimate))
            : Text::tr("Billed %1. Look it up…").arg(texts::one(questioned->cost));
        text.brief = Text::tr("Look up the bill");
    } else if (!generation.cost.isKnown() && std::any_of(attempts.cbegin(), attempts.cend(), isDoubted)) {
        text.mark = Text::tr("Look up the cost");
        text.brief = text.mark;
    } else {
        return;
    }
    text.report.append(Text::tr("Enter it with: lightwell-cli requests settle %1 --cost USD").arg(generation.id));
}

} // namespace

QString missedSize(const SizeRequest &asked, const Plan *plan, QSize made)
{
    const auto is = [](const QString &one, const QString &other) { return Text::tr("%1, not %2").arg(one, other); };
    if (asked.pixels) {
        return made == *asked.pixels ? QString() : is(texts::size(made), texts::size(*asked.pixels));
    }
    if (asked.ratio && !hasRatio(made, *asked.ratio) && !keepsByPlan(plan, made, u"aspect_ratio"_s)) {
        const QString shape = texts::shape(made);
        const QString wished = texts::shape(*asked.ratio);
        return is(shape == wished ? texts::size(made) : shape, wished);
    }
    const bool keepsTier = !asked.tier || hasTier(made, *asked.tier) || keepsByPlan(plan, made, u"resolution"_s);
    return keepsTier ? QString() : is(texts::size(made), tierName(*asked.tier));
}

QString EmulationText::whole() const
{
    QStringList lines = report;
    if (!prompt.isEmpty()) {
        constexpr qsizetype most = 400; // a tooltip is no page; the report has all of it
        const QString words = prompt.size() > most ? QString(prompt.left(most) + u'…') : prompt;
        lines.insert(calm ? 0 : lines.size(), Text::tr("%1: %2").arg(promptTitle, words));
    }
    lines.prepend(title);
    return lines.join(u'\n');
}

EmulationText emulationText(const Generation &generation, const Names &names)
{
    EmulationText text;
    const Picture *picture = generation.pictures.isEmpty() ? nullptr : &generation.pictures.constFirst();
    addPrompt(text, generation, names);
    Changes changes;
    if (picture && !picture->size.isEmpty()) {
        changes.missed.append(
            missedSize(generation.request.size, generation.plan ? &*generation.plan : nullptr, picture->size));
        changes.missed.removeAll(QString());
    }
    const bool isSizeMissed = !changes.missed.isEmpty();
    if (generation.plan) {
        addParameters(changes, *generation.plan);
    }
    if (!text.prompt.isEmpty()) {
        changes.harmless.append(Text::tr("prompt changed"));
    }
    setMark(text, changes);
    text.title = Text::tr("Changed on the way");
    if (generation.error) {
        // Above all else: it may ask for something to be done.
        const bool isUnkept = generation.error->kind == ErrorKind::Storage;
        text.calm = false;
        text.mark = isUnkept ? Text::tr("Not kept in its folder: save it") : Text::tr("Not all went well");
        text.brief = isUnkept ? Text::tr("Save it") : text.mark;
        text.report.append(wording::sentenceAtWindow(*generation.error, names));
        addDoubt(text, generation);
        text.title = text.mark;
    }
    if (isSizeMissed) {
        text.report.append(
            Text::tr("%1 asked, %2 made").arg(texts::size(generation.request.size), texts::size(picture->size)));
    }
    if (generation.plan) {
        addReport(text, *generation.plan, names);
    }
    return text;
}

QString parameterReport(const PlannedParameter &parameter, const Names &names)
{
    const QString name = parameterLabel(parameter.name);
    const QString asked = valueText(parameter.name, parameter.asked);
    QString line;
    switch (parameter.treatment) {
    case Treatment::Dropped:
        line = Text::tr("%1: %2 asked, left out").arg(name, asked);
        break;
    case Treatment::Emulated:
        line = Text::tr("%1: %2 asked, done by Lightwell").arg(name, asked);
        break;
    case Treatment::Converted:
        line = parameter.sent == parameter.asked
            ? Text::tr("%1: %2, written the provider's way").arg(name, asked)
            : Text::tr("%1: %2 asked, %3 sent").arg(name, asked, valueText(parameter.name, parameter.sent));
        break;
    case Treatment::Passed:
    case Treatment::Renamed:
        if (!parameter.missed) {
            return {};
        }
        line = Text::tr("%1: %2, sent as it is").arg(name, asked);
        break;
    }
    return parameter.reason.isEmpty() ? line : Text::tr("%1. %2").arg(line, wording::sentence(parameter.reason, names));
}

QString parameterLabel(const QString &name)
{
    static const QHash<QString, const char *> labels {
        {u"prompt"_s, QT_TRANSLATE_NOOP("EmulationText", "Prompt")},
        {u"negative_prompt"_s, QT_TRANSLATE_NOOP("EmulationText", "Negative prompt")},
        {u"n"_s, QT_TRANSLATE_NOOP("EmulationText", "Number")},
        {u"size"_s, QT_TRANSLATE_NOOP("EmulationText", "Size")},
        {u"aspect_ratio"_s, QT_TRANSLATE_NOOP("EmulationText", "Shape")},
        {u"resolution"_s, QT_TRANSLATE_NOOP("EmulationText", "Resolution")},
        {u"fit"_s, QT_TRANSLATE_NOOP("EmulationText", "Fit")},
        {u"quality"_s, QT_TRANSLATE_NOOP("EmulationText", "Quality")},
        {u"style"_s, QT_TRANSLATE_NOOP("EmulationText", "Style")},
        {u"background"_s, QT_TRANSLATE_NOOP("EmulationText", "Background")},
        {u"output_format"_s, QT_TRANSLATE_NOOP("EmulationText", "Format")},
        {u"output_compression"_s, QT_TRANSLATE_NOOP("EmulationText", "Compression")},
        {u"seed"_s, QT_TRANSLATE_NOOP("EmulationText", "Seed")},
        {u"image"_s, QT_TRANSLATE_NOOP("EmulationText", "Reference picture")},
        {u"mask"_s, QT_TRANSLATE_NOOP("EmulationText", "Mask")},
        {u"user"_s, QT_TRANSLATE_NOOP("EmulationText", "User")},
        {u"steps"_s, QT_TRANSLATE_NOOP("EmulationText", "Steps")},
        {u"guidance"_s, QT_TRANSLATE_NOOP("EmulationText", "Guidance")},
        {u"strength"_s, QT_TRANSLATE_NOOP("EmulationText", "Strength")},
        {u"moderation"_s, QT_TRANSLATE_NOOP("EmulationText", "Content filter")},
        {u"input_fidelity"_s, QT_TRANSLATE_NOOP("EmulationText", "Input fidelity")},
        {u"prompt_enhancement"_s, QT_TRANSLATE_NOOP("EmulationText", "Prompt rewriting")},
        {u"scheduler"_s, QT_TRANSLATE_NOOP("EmulationText", "Scheduler")},
        {u"loras"_s, QT_TRANSLATE_NOOP("EmulationText", "LoRAs")},
    };
    const auto found = labels.constFind(name);
    return found == labels.cend() ? name : Text::tr(*found);
}

} // namespace lightwell
