// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/prodia.h"

#include "tests/support/multipart.h"

#include <QJsonDocument>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anySeed = 4711;

ImageFormat formatIn(const QByteArray &accept)
{
    return accept.contains("image/webp") ? ImageFormat::Webp
        : accept.contains("image/png")   ? ImageFormat::Png
                                         : ImageFormat::Jpeg;
}

Reply told(const QString &error, int status)
{
    return Reply::json({{u"error"_s, error}}, status);
}

} // namespace

ProdiaStandIn::ProdiaStandIn()
    : ImagesApiStandIn({u"prodia"_s, key(), u"/v2/job"_s, {}, {}})
{
}

QByteArray ProdiaStandIn::form(const QJsonObject &job, const QByteArray &output, const QByteArray &lineEnd)
{
    const auto part = [&lineEnd](const char *name, const QByteArray &type, const QByteArray &bytes) -> QByteArray {
        return "--xyz-7" + lineEnd + "Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
            + ".bin\"" + lineEnd + "Content-Type: " + type + lineEnd + lineEnd + bytes + lineEnd;
    };
    const QByteArray type = output.isEmpty() ? QByteArray() : formatMimeType(sniffFormat(output).value()).toLatin1();
    return part("job", "application/json"_ba, QJsonDocument(job).toJson(QJsonDocument::Compact))
        + (output.isEmpty() ? QByteArray() : part("output", type, output)) + "--xyz-7--" + lineEnd;
}

Reply ProdiaStandIn::answer(const Received &request, const QString &point)
{
    m_accept = request.header("Accept"_ba);
    m_wantsPrice = request.queryItem(u"price"_s) == "true"_L1;
    return ImagesApiStandIn::answer(request, point);
}

std::optional<ImagesApiStandIn::Order> ProdiaStandIn::orderIn(const Received &request, const QString &point) const
{
    QJsonObject job = request.json();
    QJsonArray pictures;
    const QList<FormPart> parts = formParts(request);
    for (const FormPart &part : parts) {
        if (part.name == "job"_L1 && part.contentType == "application/json") {
            job = QJsonDocument::fromJson(part.body).object();
        } else if (part.name == "input"_L1) {
            pictures.append(QString(u"data:image/png;base64,"_s + QString::fromLatin1(part.body.toBase64())));
        }
    }
    Order order {point, job.value("type"_L1).toString(), job.value("config"_L1).toObject()};
    if (!pictures.isEmpty()) {
        order.body.insert("input"_L1, pictures);
    }
    return job.isEmpty() ? std::nullopt : std::optional(order);
}

Reply ProdiaStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    switch (fault) {
    case Fault::Key:
        return told(message, 401);
    case Fault::Path:
        return told(message, 404);
    case Fault::Funds:
        return told(message, 402);
    case Fault::Model:
        return told(u"cannot schedule the job"_s, 429).with("Retry-After"_ba, "1"_ba);
    case Fault::Body:
        return told(message, 400);
    case Fault::Field:
        break;
    }
    const QString said = u"config."_s + field + u": "_s + message;
    return Reply::bytes(form({{u"error"_s, said}}, {}, m_lineEnd), formType(), 400);
}

std::optional<Reply> ProdiaStandIn::faultIn(const Order &order)
{
    const QJsonArray pictures = order.body.value("input"_L1).toArray();
    for (const QJsonValue &picture : pictures) {
        if (!isPicture(picture)) {
            return refused(Fault::Field, u"no picture"_s, u"input"_s);
        }
    }
    if (order.model.contains(".inpainting."_L1) && pictures.size() != 2) {
        return refused(Fault::Field, u"a picture and its mask are needed"_s, u"input"_s);
    }
    return std::nullopt;
}

Reply ProdiaStandIn::make(const Order &order)
{
    const qint64 seed = order.body.value("seed"_L1).toInteger(anySeed);
    QJsonObject config = order.body;
    config.remove("input"_L1);
    config.insert("seed"_L1, seed);
    const bool fails = std::exchange(m_fails, false);
    QJsonObject job {{u"id"_s, nextId(u"b1"_s)},
                     {u"type"_s, order.model},
                     {u"config"_s, config},
                     {u"state"_s, QJsonObject {{u"current"_s, fails ? u"failed"_s : u"completed"_s}}},
                     {u"metrics"_s, QJsonObject {{u"elapsed"_s, 0.3}}}};
    if (fails) {
        job.insert("error"_L1, u"the worker broke"_s);
        return Reply::bytes(form(job, {}, m_lineEnd), formType());
    }
    const ImageFormat format = formatIn(m_accept);
    const QByteArray picture = painted(order, format, 0);
    if (!m_accept.contains("multipart/form-data")) {
        return Reply::bytes(picture, formatMimeType(format).toLatin1());
    }
    if (m_wantsPrice) {
        job.insert("price"_L1, QJsonObject {{u"product"_s, u"standin"_s}, {u"dollars"_s, dollars}});
    }
    return Reply::bytes(form(job, picture, m_lineEnd), formType());
}

} // namespace lightwell::test
