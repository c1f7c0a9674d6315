// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/minimax.h"

#include "core/model/dataurl.h"
#include "core/model/sizerule.h"
#include "tests/standins/forminput.h"
#include "tests/standins/paint.h"

#include <QImage>
#include <QJsonArray>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString generation = QStringLiteral("/v1/image_generation");
constexpr int step = 8;

bool isPortrait(const QJsonValue &reference)
{
    const QByteArray file = reference["image_file"_L1].toString().toLatin1();
    const QByteArray bytes = dataUrlContent(file).value_or(QByteArray());
    const bool isPicture = !linkedPicture(QString::fromLatin1(file)).isNull() || !QImage::fromData(bytes).isNull();
    return reference["type"_L1].toString() == "character"_L1 && isPicture;
}

/// One kind of size alone, both sides or none, in steps of eight; portraits that can be read.
QString fieldAtFault(const QJsonObject &body)
{
    const bool sides = body.contains("width"_L1) || body.contains("height"_L1);
    if (sides && (body.value("width"_L1).toInt(1) % step != 0 || body.value("height"_L1).toInt(1) % step != 0)) {
        return u"width"_s;
    }
    if (sides && body.contains("aspect_ratio"_L1)) {
        return u"aspect_ratio"_s;
    }
    const QJsonArray references = body.value("subject_reference"_L1).toArray();
    return std::all_of(references.begin(), references.end(), isPortrait) ? QString() : u"subject_reference"_s;
}

/// {"status_code": 0} of a success, and what every answer carries beside it.
QJsonObject around(const QJsonValue &data, int made, int withheld)
{
    return {{u"id"_s, u"03ff3cd0"_s},
            {u"data"_s, data},
            {u"metadata"_s,
             QJsonObject {{u"success_count"_s, QString::number(made)}, {u"failed_count"_s, QString::number(withheld)}}},
            {u"base_resp"_s, QJsonObject {{u"status_code"_s, 0}, {u"status_msg"_s, u"success"_s}}}};
}

} // namespace

Reply MinimaxStandIn::refusal(int code, const QString &words)
{
    const QJsonObject said {{u"status_code"_s, code}, {u"status_msg"_s, words}};
    return Reply::json({{u"data"_s, QJsonValue::Null}, {u"base_resp"_s, said}});
}

QString MinimaxStandIn::pointOf(const Received &) const
{
    return u"generation"_s;
}

Reply MinimaxStandIn::answer(const Received &request, const QString &)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + key()) {
        return refusal(1004, u"login fail: invalid api key"_s);
    }
    if (request.method != "POST") {
        return Reply::json({}, 404);
    }
    if (request.path == "/v1/images/edits"_L1) {
        const auto inputs = VendorInputs::find(u"minimax"_s, u"MiniMax-H3-Image"_s);
        const FormInput form = FormInput::read(request, *inputs);
        return form.files.isEmpty() || !form.notAPicture().isEmpty() ? refusal(2013, u"image: could not be read"_s)
                                                                     : generate(request, form.fields);
    }
    return generate(request, request.json());
}

Reply MinimaxStandIn::generate(const Received &request, const QJsonObject &body)
{
    const QString model = body.value("model"_L1).toString();
    const bool newer = model.startsWith("MiniMax-H3"_L1);
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"minimax"_s, model);
    if (!inputs || newer != request.path.startsWith("/v1/images/"_L1) || (!newer && request.path != generation)) {
        return refusal(2013, u"model: is unknown"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return refusal(2013, wrong.field + u": "_s + VendorInputs::told(wrong, {}).second);
        }
        complain(model + u" does not know the field "_s + wrong.field);
    }
    if (const QString field = fieldAtFault(body); !field.isEmpty()) {
        return refusal(2013, field + u": is invalid"_s);
    }
    if (m_empty) {
        return refusal(1008, u"insufficient balance"_s);
    }
    bill();
    return newer ? makeAsOpenAi(body) : make(body);
}

Reply MinimaxStandIn::make(const QJsonObject &body)
{
    const QSize size(body.value("width"_L1).toInt(1024), body.value("height"_L1).toInt(1024));
    const bool inside = body.value("response_format"_L1).toString() == "base64"_L1;
    const int asked = body.value("n"_L1).toInt(1);
    const int withheld = std::min(std::exchange(m_withheld, 0), asked);
    QJsonArray pictures;
    for (int i = withheld; i < asked; ++i) {
        const auto seed = static_cast<quint64>(body.value("seed"_L1).toInteger(7) + i);
        const QByteArray picture = paintedPicture(size, ImageFormat::Jpeg, seed);
        pictures.append(inside ? QString::fromLatin1(picture.toBase64()) : publish(picture, ImageFormat::Jpeg));
    }
    const QJsonObject data {{inside ? u"image_base64"_s : u"image_urls"_s, pictures}};
    return Reply::json(
        around(pictures.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(data), asked - withheld, withheld));
}

Reply MinimaxStandIn::makeAsOpenAi(const QJsonObject &body)
{
    const QString tier = body.value("resolution"_L1).toString();
    const qint64 pixels = tierPixels(tierFromName(tier).value_or(ResolutionTier::OneK));
    const AspectRatio ratio = AspectRatio::parse(body.value("aspect_ratio"_L1).toString()).value_or(AspectRatio {1, 1});
    QJsonArray data;
    for (int i = 0; i < body.value("n"_L1).toVariant().toInt(); ++i) {
        const QByteArray picture = paintedPicture(sizeFor(ratio, pixels), ImageFormat::Png, static_cast<quint64>(i));
        data.append(QJsonObject {{u"b64_json"_s, QString::fromLatin1(picture.toBase64())}});
    }
    return Reply::json({{u"created"_s, 1'767'225'600}, {u"data"_s, data}});
}

} // namespace lightwell::test
