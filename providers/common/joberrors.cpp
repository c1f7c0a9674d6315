// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/joberrors.h"

#include "core/adapter/vendorreasons.h"
#include "providers/common/httperrors.h"

namespace lightwell {

using namespace Qt::StringLiterals;

Error missingInAnswer(const HttpResponse &response, const QString &provider, const QString &field)
{
    return brokenAnswer(response, provider, reasons::answerLacks(field));
}

Error foreignAddress(const HttpResponse &response, const QString &provider)
{
    return brokenAnswer(response, provider, reasons::answerLeadsElsewhere(provider));
}

Error jobIsLost(const HttpResponse &response, const QString &provider)
{
    Error error = brokenAnswer(response, provider, {}, VendorMessage::read(response.body).text);
    error.kind = ErrorKind::NotFound;
    error.setReason(reasons::jobForgotten(provider));
    return error;
}

Error jobFailed(const HttpResponse &response, const QString &provider, const QString &words, ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.billing = Billing::MayBeBilled;
    error.httpStatus = response.status;
    error.detail = redactedDetail(words);
    explain(error, provider);
    return error;
}

Error noSuchModel(const QString &id, const QString &provider, bool isPath)
{
    return notSent(ErrorKind::NotFound,
                   isPath ? reasons::modelBadlyNamed(id, provider) : reasons::modelNotThere(id, provider), u"model"_s);
}

Error noCredits(const HttpResponse &response, const QString &provider)
{
    Error error;
    error.kind = ErrorKind::Funds;
    error.billing = Billing::NotBilled;
    error.httpStatus = response.status;
    error.setReason(reasons::accountWithoutCredits(provider));
    return error;
}

} // namespace lightwell
