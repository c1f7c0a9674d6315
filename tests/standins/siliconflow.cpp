// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/siliconflow.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

SiliconFlowStandIn::SiliconFlowStandIn()
    : ImagesApiStandIn({u"siliconflow"_s, key(), u"/v1/images/generations"_s, {}, u"/v1/user/info"_s})
{
}

Reply SiliconFlowStandIn::refused(Fault fault, const QString &message, const QString &field) const
{
    const auto told = [&](int status, int code, const QString &text) {
        return Reply::json({{u"code"_s, code}, {u"message"_s, text}, {u"data"_s, QJsonValue::Null}}, status);
    };
    switch (fault) {
    case Fault::Key:
        return Reply::bytes(R"("Invalid token")"_ba, "application/json"_ba, 401);
    case Fault::Path:
        return Reply::bytes(R"("404 page not found")"_ba, "application/json"_ba, 404);
    case Fault::Funds:
        return told(403, 30001, u"Sorry, your account balance is insufficient"_s);
    case Fault::Model:
        return told(400, 20012, u"Model does not exist. Please check it carefully."_s);
    default:
        return told(400, 20015, field + u": "_s + message);
    }
}

std::optional<Reply> SiliconFlowStandIn::faultIn(const Order &order)
{
    for (const QString &field : {u"image"_s, u"image2"_s, u"image3"_s}) {
        if (order.body.contains(field) && !isPicture(order.body.value(field))) {
            return refused(Fault::Field, u"no picture"_s, field);
        }
    }
    return std::nullopt;
}

Reply SiliconFlowStandIn::make(const Order &order)
{
    QJsonArray images;
    for (int i = 0; i < order.body.value("batch_size"_L1).toInt(1); ++i) {
        const QString link = publish(painted(order, ImageFormat::Png, i), ImageFormat::Png, u"?X-Amz-Expires=3600"_s);
        images.append(QJsonObject {{u"url"_s, link}});
    }
    return Reply::json({{u"images"_s, images},
                        {u"timings"_s, QJsonObject {{u"inference"_s, 2.71}}},
                        {u"seed"_s, order.body.value("seed"_L1).toInteger(4'242'424'242)}})
        .with("x-siliconcloud-trace-id"_ba, "ti_1"_ba);
}

Reply SiliconFlowStandIn::modelList() const
{
    const QJsonObject account {{u"id"_s, u"u"_s}, {u"balance"_s, u"0.88"_s}, {u"totalBalance"_s, u"88.88"_s}};
    return Reply::json({{u"code"_s, 20000}, {u"message"_s, u"OK"_s}, {u"status"_s, true}, {u"data"_s, account}});
}

} // namespace lightwell::test
