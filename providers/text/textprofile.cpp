// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/text/textprofile.h"

#include "core/adapter/vendorreasons.h"
#include "core/chat/textreasons.h"
#include "core/model/reasonsearch.h"
#include "providers/common/openaikinds.h"
#include "providers/common/urls.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString pathOf(TextKind kind)
{
    switch (kind) {
    case TextKind::Chat:
        return u"/chat/completions"_s;
    case TextKind::Responses:
        return u"/responses"_s;
    case TextKind::Embeddings:
        break;
    }
    return u"/embeddings"_s;
}

class ProfiledVendor : public TextVendor
{
public:
    ProfiledVendor(ProviderInfo info, TextProfile profile)
        : m_info(std::move(info))
        , m_profile(std::move(profile))
    {
    }
    [[nodiscard]] ProviderInfo info() const override { return m_info; }
    [[nodiscard]] bool has(TextKind kind) const override { return m_profile.kinds.contains(kind); }
    [[nodiscard]] bool takesUsageWish() const override { return m_profile.takesUsageWish; }
    [[nodiscard]] bool hasMaxTokensOnly() const override { return m_profile.hasMaxTokensOnly; }
    [[nodiscard]] bool choosesAmongOthers() const override { return m_profile.choosesAmongOthers; }
    [[nodiscard]] HttpRequest submission(TextKind kind, const QByteArray &body,
                                         const Credentials &credentials) const override;
    [[nodiscard]] Error errorOf(const HttpResponse &response, const Credentials &credentials) const override;
    [[nodiscard]] Money toldCost(const QJsonObject &usage) const override
    {
        return m_profile.toldCost ? m_profile.toldCost(usage) : Money::unknown();
    }

private:
    [[nodiscard]] QUrl home(const QUrl &base) const;
    void settleKind(Error &error, const VendorMessage &said) const;

    const ProviderInfo m_info;
    const TextProfile m_profile;
};

/// The user's address without the version of the provider's other API.
QUrl ProfiledVendor::home(const QUrl &base) const
{
    QString path = base.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    QUrl home = base;
    if (!m_profile.besideVersion.isEmpty() && path.endsWith(m_profile.besideVersion)) {
        home.setPath(path.chopped(m_profile.besideVersion.size()), QUrl::TolerantMode);
    }
    return home;
}

HttpRequest ProfiledVendor::submission(TextKind kind, const QByteArray &body, const Credentials &credentials) const
{
    HttpRequest request;
    request.method = "POST";
    request.url = versionedEndpoint(home(credentials.baseUrl), m_info.defaultBaseUrl, m_profile.version, pathOf(kind));
    request.setHeader("Content-Type", "application/json");
    request.body = body;
    request.startsPaidWork = true;
    authorize(request, m_profile.key, credentials.key);
    return request;
}

void ProfiledVendor::settleKind(Error &error, const VendorMessage &said) const
{
    if (const std::optional<ErrorKind> kind = openAiErrorKind(said, m_profile.errors)) {
        error.kind = *kind;
    } else if (const ErrorPhrase *row = phraseIn(m_profile.refusals, said.text)) {
        error.kind = row->kind;
    }
}

Error ProfiledVendor::errorOf(const HttpResponse &response, const Credentials &credentials) const
{
    const VendorMessage said = VendorMessage::read(response.body, credentials.key);
    Error error = errorFromStatus(response, said, m_info.name);
    error.param = said.param;
    // Codes decide only where the status already says that nothing was made, or says nothing.
    if (error.billing == Billing::NotBilled || response.isSuccess()) {
        settleKind(error, said);
    }
    if (!m_info.bills) {
        error.billing = Billing::NotBilled;
    }
    explain(error, m_info.name);
    if (isCountryRefused(said)) {
        error.setReason(reasons::regionNotServed(m_info.name));
    }
    // What is said of pictures is not meant here.
    if (holdsReason(error.why(), reasons::failed.code)) {
        error.setReason(reasons::textFailed(m_info.name));
    } else if (holdsReason(error.why(), reasons::failedForFree.code)) {
        error.setReason(reasons::textFailedForFree(m_info.name));
    }
    return error;
}

} // namespace

TextVendorPtr textVendor(const ProviderInfo &info, const TextProfile &profile)
{
    return std::make_shared<ProfiledVendor>(info, profile);
}

} // namespace lightwell
