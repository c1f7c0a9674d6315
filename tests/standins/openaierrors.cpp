// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/openaierrors.h"

namespace lightwell::test::openaierrors {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject body(const QString &message, const QString &type, const QString &param, const QString &code)
{
    return {{u"message"_s, message}, {u"type"_s, type}, {u"param"_s, orNull(param)}, {u"code"_s, orNull(code)}};
}

} // namespace

Reply make(int status, const QString &message, const QString &type, const QString &param, const QString &code)
{
    return Reply::json({{u"error"_s, body(message, type, param, code)}}, status);
}

Reply invalid(const QString &message, const QString &param, const QString &code)
{
    return make(400, message, u"invalid_request_error"_s, param, code);
}

Reply moderationBlocked(const QString &stage)
{
    QJsonObject error = body(u"Your request was rejected by the safety system. safety_violations=[violence]."_s,
                             u"image_generation_user_error"_s, {}, u"moderation_blocked"_s);
    if (!stage.isEmpty()) {
        error.insert(u"moderation_details"_s,
                     QJsonObject {{u"categories"_s, QJsonArray {u"violence"_s}}, {u"moderation_stage"_s, stage}});
    }
    return Reply::json({{u"error"_s, error}}, 400);
}

Reply insufficientQuota()
{
    return make(429, u"You exceeded your current quota, please check your plan and billing details."_s,
                u"insufficient_quota"_s, {}, u"insufficient_quota"_s);
}

Reply countryNotServed()
{
    return make(403, u"Country, region, or territory not supported"_s, u"request_forbidden"_s, {},
                u"unsupported_country_region_territory"_s);
}

Reply rateLimited(int seconds)
{
    return make(429, u"Rate limit reached for images per minute."_s, u"requests"_s, {}, u"rate_limit_exceeded"_s)
        .with("retry-after"_ba, QByteArray::number(seconds));
}

Reply serverError(int status)
{
    return make(status, u"The server had an error while processing your request."_s, u"server_error"_s, {}, {});
}

} // namespace lightwell::test::openaierrors
