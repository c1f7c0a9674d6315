// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tuningoptions.h"

#include "core/planning/tuningrule.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

/// The option of a parameter: "input_fidelity" is --input-fidelity, and of LoRAs there is one a time.
QString optionOf(const QString &parameter)
{
    return parameter == "loras"_L1 ? u"lora"_s : QString(parameter).replace(u'_', u'-');
}

/// "NAME=WEIGHT", where a weight is a number; only an address may have equals signs itself. Nothing: it is none.
QJsonValue loraOf(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    bool isNumber = false;
    const double weight = equals > 0 ? text.mid(equals + 1).toDouble(&isNumber) : 0;
    if (isNumber) {
        return QJsonObject {{"name"_L1, text.left(equals)}, {"weight"_L1, weight}};
    }
    return equals < 0 || text.contains("://"_L1) ? QJsonObject {{"name"_L1, text}} : QJsonValue();
}

QJsonValue valueOf(const QCommandLineParser &parser, const QString &parameter)
{
    const QString option = optionOf(parameter);
    if (parameter != "loras"_L1) {
        return parser.value(option);
    }
    QJsonArray loras;
    const QStringList texts = parser.values(option);
    for (const QString &text : texts) {
        loras.append(loraOf(text));
    }
    return loras;
}

} // namespace

void declareTuningOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {u"steps"_s, Text::tr("Steps of denoising, 1 to 500, where the model has them."), u"NUMBER"_s},
        {u"guidance"_s, Text::tr("How strictly the prompt is followed, on the model's own scale."), u"NUMBER"_s},
        {u"strength"_s, Text::tr("How much of the reference picture is repainted, 0 to 1."), u"0-1"_s},
        {u"moderation"_s, Text::tr("The vendor's filter: auto, low, or 0 (strictest) to 6 (loosest)."), u"HOW"_s},
        {u"input-fidelity"_s, Text::tr("How closely reference pictures are kept: low or high."), u"HOW"_s},
        {u"prompt-enhancement"_s, Text::tr("Whether the vendor may rewrite the prompt: true or false."), u"WHETHER"_s},
        {u"scheduler"_s, Text::tr("The model's own name of a sampler or scheduler."), u"NAME"_s},
        {{u"scale-factor"_s, u"factor"_s},
         Text::tr("How many times wider and higher an upscaled picture is, 1 to 16."),
         u"NUMBER"_s},
        {u"lora"_s, Text::tr("A LoRA by the vendor's name of it, and its weight; may be given several times."),
         u"NAME[=WEIGHT]"_s},
    });
}

Status readTuningOptions(const QCommandLineParser &parser, Tuning &tuning)
{
    for (const QString &parameter : Tuning::names()) {
        const QString option = optionOf(parameter);
        if (!parser.isSet(option)) {
            continue;
        }
        const QJsonValue value = valueOf(parser, parameter);
        if (!tuning.read(parameter, value)) {
            Error fault = tuningFault(parameter, "--"_L1 + option, value);
            fault.param = option;
            return fault;
        }
    }
    return Success();
}

} // namespace lightwell
