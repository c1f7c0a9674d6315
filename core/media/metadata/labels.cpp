// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/metadata/labels.h"

#include "core/media/metadata/readers/settingsjson.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lightwell::metadata {

namespace {

/// Some put China's label into EXIF: {"AIGC": {…}}.
QString aigcInText(const QString &text)
{
    const std::optional<QJsonObject> object = text.contains("\"AIGC\""_L1) ? settingsObject(text) : std::nullopt;
    const QJsonObject label = object ? objectOf(object->value("AIGC"_L1)) : QJsonObject();
    return label.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(label).toJson(QJsonDocument::Compact));
}

void fill(QString &field, const QString &value)
{
    if (field.isEmpty()) {
        field = value;
    }
}

/// Both go along wherever the picture goes, so nothing else may pass for them.
QString sourceTypeIn(const QString &address)
{
    static const QRegularExpression word(u"^[A-Za-z]{1,64}$"_s);
    const QString type = address.section(u'/', -1);
    return word.match(type).hasMatch() ? type : QString();
}

QString aigcLabel(const QString &text)
{
    constexpr qsizetype longest = 8 * 1024;
    const bool isLabel = text.size() <= longest && settingsObject(text).value_or(QJsonObject()).contains("Label"_L1);
    return isLabel ? text : QString();
}

} // namespace

AiLabels labelsIn(const FileTexts &texts)
{
    AiLabels labels;
    for (const XmpFields &xmp : texts.xmp) {
        const auto iptc = [&xmp](QLatin1StringView name) { return xmp.value(xmpns::iptcExtension, name).trimmed(); };
        fill(labels.digitalSourceType, sourceTypeIn(iptc("DigitalSourceType"_L1)));
        fill(labels.system, iptc("AISystemUsed"_L1));
        fill(labels.systemVersion, iptc("AISystemVersionUsed"_L1));
        fill(labels.prompt, iptc("AIPromptInformation"_L1));
        fill(labels.promptWriter, iptc("AIPromptWriterName"_L1));
        fill(labels.aigc, aigcLabel(xmp.value(xmpns::aigc, "AIGC"_L1)));
    }
    for (const QString &text : {texts.exif.comment, texts.exif.description}) {
        fill(labels.aigc, aigcLabel(aigcInText(text)));
    }
    return labels;
}

} // namespace lightwell::metadata
