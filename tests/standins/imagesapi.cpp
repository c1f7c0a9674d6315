// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/imagesapi.h"

#include "core/model/sizerule.h"
#include "tests/standins/paint.h"
#include "tests/standins/vendorinputs.h"
#include "tests/standins/vendortables.h"
#include "tests/support/multipart.h"

#include <QImage>
#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

/// What a form's text stands for.
QJsonValue fieldValue(const QByteArray &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(QString::fromUtf8(text));
}

std::optional<QJsonObject> formIn(const Received &request)
{
    const QList<FormPart> parts = formParts(request);
    QJsonObject body;
    QJsonArray pictures;
    for (const FormPart &part : parts) {
        if (part.fileName.isEmpty()) {
            body.insert(part.name, fieldValue(part.body));
            continue;
        }
        const QString link = u"data:image/png;base64,"_s + QString::fromLatin1(part.body.toBase64());
        if (part.name == "image"_L1 || part.name == "image[]"_L1) {
            pictures.append(link);
        } else {
            body.insert(part.name, link);
        }
    }
    if (!pictures.isEmpty()) {
        body.insert("image"_L1, pictures);
    }
    return parts.isEmpty() ? std::nullopt : std::optional(body);
}

} // namespace

ImagesApiStandIn::ImagesApiStandIn(Api api)
    : m_api(std::move(api))
{
}

QString ImagesApiStandIn::pointOf(const Received &request) const
{
    if (request.path == m_api.models) {
        return u"models"_s;
    }
    return request.path == m_api.edits ? u"edit"_s : u"generation"_s;
}

Reply ImagesApiStandIn::answer(const Received &request, const QString &point)
{
    if (request.header("Authorization"_ba) != "Bearer "_ba + m_api.key) {
        return refused(Fault::Key, u"Incorrect API key provided"_s, {});
    }
    const bool list = point == "models"_L1;
    const bool perModel = m_api.generations.endsWith(u'/');
    const bool known = point != "generation"_L1
        || (perModel ? request.path.startsWith(m_api.generations) : request.path == m_api.generations);
    if (!known || request.method != (list ? "GET"_ba : "POST"_ba)) {
        return refused(Fault::Path, u"Not found"_s, {});
    }
    if (list) {
        return modelList();
    }
    const std::optional<Order> order = orderIn(request, point);
    return order ? take(*order) : refused(Fault::Body, u"The body cannot be read"_s, {});
}

std::optional<ImagesApiStandIn::Order> ImagesApiStandIn::orderIn(const Received &request, const QString &point) const
{
    Order order {point, {}, request.json()};
    if (request.header("Content-Type"_ba).startsWith("multipart/form-data")) {
        const std::optional<QJsonObject> form = formIn(request);
        if (!form) {
            return std::nullopt;
        }
        order.body = *form;
    } else if (order.body.isEmpty() || !request.header("Content-Type"_ba).startsWith("application/json")) {
        return std::nullopt;
    }
    order.model = modelIn(request.path, order.body);
    return order;
}

QString ImagesApiStandIn::modelIn(const QString &path, const QJsonObject &body) const
{
    const bool isInPath = m_api.generations.endsWith(u'/') && path.startsWith(m_api.generations);
    return isInPath ? path.mid(m_api.generations.size()) : body.value("model"_L1).toString();
}

Reply ImagesApiStandIn::take(const Order &order)
{
    const std::optional<VendorInputs> inputs = VendorInputs::find(m_api.provider, order.model);
    if (!inputs) {
        return refused(Fault::Model, u"There is no model "_s + order.model, u"model"_s);
    }
    const QList<VendorInputs::Wrong> faults = inputs->wrongIn(order.body);
    for (const VendorInputs::Wrong &wrong : faults) {
        if (wrong.kind != VendorInputs::Wrong::Kind::Unknown) {
            return refused(Fault::Field, VendorInputs::told(wrong, {}).second, wrong.field);
        }
        complain(order.model + u" does not know the field "_s + wrong.field);
    }
    if (const std::optional<Reply> fault = faultIn(order)) {
        return *fault;
    }
    if (m_empty) {
        return refused(Fault::Funds, u"The account has no balance left"_s, {});
    }
    bill();
    return make(order);
}

std::optional<Reply> ImagesApiStandIn::faultIn(const Order &)
{
    return std::nullopt;
}

Reply ImagesApiStandIn::modelList() const
{
    QJsonArray models;
    for (const VendorTableRow &row : vendorTable(m_api.provider)) {
        const QStringList ids = QString::fromLatin1(row.endpoints).split(u' ', Qt::SkipEmptyParts);
        for (const QString &id : ids) {
            models.append(QJsonObject {{u"id"_s, id}, {u"object"_s, u"model"_s}});
        }
    }
    return Reply::json({{u"object"_s, u"list"_s}, {u"data"_s, models}});
}

QByteArray ImagesApiStandIn::painted(const Order &order, ImageFormat format, int index, qint64 pixels) const
{
    const QJsonObject &body = order.body;
    QSize size(body.value("width"_L1).toVariant().toInt(), body.value("height"_L1).toVariant().toInt());
    for (const QLatin1StringView field : {"size"_L1, "image_size"_L1}) {
        size = sizeFromString(body.value(field).toString()).value_or(size);
    }
    if (size.isEmpty()) {
        const std::optional<AspectRatio> ratio = AspectRatio::parse(body.value("aspect_ratio"_L1).toString());
        const QSize like = ratio || makesUsualShape(order.model) ? QSize() : sizeLikePictureIn(body, pixels);
        size = like.isValid() ? like : sizeFor(ratio.value_or(AspectRatio {1, 1}), pixels);
    }
    return paintedPicture(size, format, static_cast<quint64>(body.value("seed"_L1).toInteger(7) + index));
}

bool ImagesApiStandIn::isPicture(const QJsonValue &value)
{
    const QString text = value.toString();
    const qsizetype comma = text.indexOf(";base64,"_L1);
    if (!text.startsWith("data:image/"_L1) || comma < 0) {
        return text.startsWith("https://"_L1);
    }
    return !QImage::fromData(QByteArray::fromBase64(text.mid(comma + 8).toLatin1())).isNull();
}

} // namespace lightwell::test
