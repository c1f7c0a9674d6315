// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/cloudflare.h"

#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"
#include "tests/support/multipart.h"

#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

const QString accounts = QStringLiteral("/client/v4/accounts/");

/// The fields of a form: numbers as numbers, pictures as "picture" where they are some.
QJsonObject fieldsOf(const QList<FormPart> &parts)
{
    QJsonObject fields;
    for (const FormPart &part : parts) {
        bool isNumber = false;
        const double number = part.body.toDouble(&isNumber);
        if (!part.fileName.isEmpty()) {
            fields.insert(part.name, QImage::fromData(part.body).isNull() ? QString() : u"picture"_s);
        } else {
            fields.insert(part.name, isNumber ? QJsonValue(number) : QJsonValue(QString::fromUtf8(part.body)));
        }
    }
    return fields;
}

} // namespace

Reply CloudflareStandIn::refusal(int status, int code, const QString &message)
{
    return Reply::json({{u"result"_s, QJsonValue::Null},
                        {u"success"_s, false},
                        {u"errors"_s, QJsonArray {QJsonObject {{u"code"_s, code}, {u"message"_s, message}}}},
                        {u"messages"_s, QJsonArray {}}},
                       status);
}

QString CloudflareStandIn::pointOf(const Received &request) const
{
    return request.path.contains("/ai/run/"_L1) ? u"run"_s : u"models"_s;
}

Reply CloudflareStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer " + key()) {
        return refusal(401, 10000, u"Authentication error"_s);
    }
    const QString home = accounts + QString::fromLatin1(account()) + u"/ai/"_s;
    if (!request.path.startsWith(home)) {
        return refusal(404, 7003, u"Could not route to the account, perhaps your object identifier is invalid?"_s);
    }
    if (point == "models"_L1) {
        return Reply::json({{u"result"_s, QJsonArray {}}, {u"success"_s, true}, {u"errors"_s, QJsonArray {}}});
    }
    const QString model = request.path.mid(home.size() + 4);
    if (!request.target.contains("/run/@cf/")) {
        complain(u"the model's id does not stand in the path as it is"_s);
    }
    const bool isForm = request.header("Content-Type"_ba).startsWith("multipart/form-data");
    if (isForm != model.contains("/flux-2-"_L1)) {
        return refusal(400, 3003, u"AiError: AiError: missing headers or body"_s);
    }
    return make(model, isForm ? fieldsOf(formParts(request)) : request.json());
}

Reply CloudflareStandIn::make(const QString &model, const QJsonObject &fields)
{
    const std::optional<VendorInputs> inputs = VendorInputs::find(u"cloudflare"_s, model);
    if (!inputs) {
        return refusal(400, 5007, u"No such model %1 or task"_s.arg(model));
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(fields);
    if (!faults.isEmpty()) {
        return refusal(
            400, 5006,
            u"AiError: AiError: %1: %2"_s.arg(faults.first().field, VendorInputs::told(faults.first(), {}).second));
    }
    bill();
    const bool hasSize = inputs->has(u"width"_s);
    const QSize size(hasSize ? fields.value("width"_L1).toInt(1024) : 1024,
                     hasSize ? fields.value("height"_L1).toInt(768) : 1024);
    const auto seed = static_cast<quint64>(fields.value("seed"_L1).toInteger(7));
    const QByteArray picture = paintedPicture(size, ImageFormat::Jpeg, seed);
    if (model.contains("phoenix"_L1)) {
        return Reply::bytes(picture, "image/jpeg"_ba);
    }
    return Reply::json({{u"result"_s, QJsonObject {{u"image"_s, QString::fromLatin1(picture.toBase64())}}},
                        {u"success"_s, true},
                        {u"errors"_s, QJsonArray {}},
                        {u"messages"_s, QJsonArray {}}});
}

} // namespace lightwell::test
