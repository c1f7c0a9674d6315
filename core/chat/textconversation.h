// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/conversation.h"
#include "core/chat/textmoney.h"

namespace lightwell {

/// One call to a text model as an exchange of messages: the body goes out, and what comes back is the one medium of its
/// Done, as it came (JSON, or an event stream), with what it cost by the vendor's word or its counters.
class TextConversation : public Conversation
{
public:
    struct Subject
    {
        TextVendorPtr vendor;
        TextCall call;
        TextOffer offer;
    };
    /// `today` is a day in UTC: prices change.
    TextConversation(Subject subject, Credentials credentials, QDate today);

    [[nodiscard]] ProviderInfo vendor() const override { return m_subject.vendor->info(); }
    [[nodiscard]] QUrl ownAddress() const override { return m_credentials.baseUrl; }
    [[nodiscard]] bool beginsSlowly() const override;
    [[nodiscard]] Step begin() const override;
    [[nodiscard]] Step advance(const AdapterState &state, const HttpResponse &response) const override;
    [[nodiscard]] QList<Interim> streamed(const AdapterState &state, const StreamEvent &event) const override;
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state) const override;
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state) const override;

    [[nodiscard]] QByteArrayList secrets() const; ///< keys that an answer must not repeat

    struct Bill
    {
        Money cost;
        QJsonObject usage; ///< "estimated" is true where nobody counted
    };
    /// What an answer costs, or what came of one that was cut off: by the usage as it was told, where it was, else by
    /// an estimate of what so many characters come to.
    [[nodiscard]] Bill billOf(const QJsonObject &usage, qint64 characters) const;

private:
    [[nodiscard]] Step read(const HttpResponse &response) const;
    [[nodiscard]] Bill billOfPart(qint64 characters) const;
    [[nodiscard]] Step readStream(const HttpResponse &response) const;
    [[nodiscard]] Step readAnswer(const HttpResponse &response) const;
    [[nodiscard]] Failed failedLate(HttpResponse response, const QByteArray &said) const;
    [[nodiscard]] static Done doneWith(const HttpResponse &response, const Bill &bill, const AnswerNotes &about);

    const Subject m_subject;
    const Credentials m_credentials;
    const QDate m_today;
};

using TextConversationPtr = std::shared_ptr<const TextConversation>;

} // namespace lightwell
