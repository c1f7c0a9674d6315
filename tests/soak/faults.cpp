// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/faults.h"

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

using Instead = VendorStandIn::Instead;

Reply status(int code)
{
    return Reply::json({{u"error"_s, QJsonObject {{u"message"_s, u"soak"_s}}}}, code).with("Retry-After", "0");
}

} // namespace

VendorStandIn::Trouble Faults::trouble()
{
    return [this](const QString &) -> std::optional<std::pair<Reply, Instead>> {
        constexpr int inAThousand = 1000;
        const auto draw = m_isOver ? inAThousand : int(m_random.bounded(inAThousand));
        const QList<std::pair<int, std::pair<Reply, Instead>>> shares = {
            {10, {Reply::drop(), Instead::OfWork}},
            {10, {Reply::drop(), Instead::OfAnswer}},
            {10, {status(429), Instead::OfWork}},
            {10, {status(503), Instead::OfWork}},
            {5, {status(500), Instead::OfWork}},
            {5, {status(502), Instead::OfAnswer}},
            {5, {Reply::bytes("<html>", "text/html"), Instead::OfAnswer}},
            {5,
             {Reply::bytes(QByteArray(4000, 'x'), "application/json").as(Reply::Behaviour::DropMidBody),
              Instead::OfAnswer}},
        };
        int upTo = 0;
        for (const auto &[share, trouble] : shares) {
            upTo += share;
            if (draw < upTo) {
                ++m_count;
                return trouble;
            }
        }
        return std::nullopt;
    };
}

} // namespace lightwell::test
