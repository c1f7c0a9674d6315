// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/joberrors.h"

#include "providers/common/httperrors.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::JobErrors)
};

} // namespace

Error missingInAnswer(const HttpResponse &response, const QString &provider, const QString &field)
{
    return brokenAnswer(response, provider, Text::tr("The answer has no usable “%1”.").arg(field));
}

Error foreignAddress(const HttpResponse &response, const QString &provider)
{
    return brokenAnswer(response, provider,
                        Text::tr("The answer leads to an address that does not belong to %1.").arg(provider));
}

Error jobIsLost(const HttpResponse &response, const QString &provider)
{
    Error error = brokenAnswer(response, provider, VendorMessage::read(response.body).text);
    error.kind = ErrorKind::NotFound;
    error.message = lostJobMessage(provider);
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
    const QString message = isPath
        ? Text::tr("“%1” is no model at %2. Write it as on its page there: owner/name.").arg(id, provider)
        : Text::tr("“%1” is no model at %2. Choose another one.").arg(id, provider);
    return notSent(ErrorKind::NotFound, message, u"model"_s);
}

Error noCredits(const HttpResponse &response, const QString &provider)
{
    Error error;
    error.kind = ErrorKind::Funds;
    error.billing = Billing::NotBilled;
    error.httpStatus = response.status;
    error.message = Text::tr("The key works, but the account at %1 has no credits left. Add some there.").arg(provider);
    return error;
}

QString lostJobMessage(const QString &provider)
{
    return Text::tr("%1 no longer knows this job, so its picture cannot be fetched. It may be billed all the same. "
                    "Look at your account there.")
        .arg(provider);
}

} // namespace lightwell
