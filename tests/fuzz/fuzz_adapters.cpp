// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a vendor answers: every adapter ends, takes only legal steps, pays once, keeps the key to its vendor and
// never says "not billed" of an answer that does not say so. Each input is an exchange as recordedanswers.h reads it,
// and every adapter of the program gets it.
#include "core/engine/pictureconversation.h"
#include "core/net/hostrules.h"
#include "tests/fuzz/recordedanswers.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/vendors.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxStateBytes = 64LL * 1024;
constexpr int maxSteps = 8;
const QByteArray key = "secret-key-0123456789"; // begins like no escape of JSON

/// "fal.run" of "queue.fal.run".
QString siteOf(const QUrl &url)
{
    return url.host().section(u'.', -2);
}

/// Each of the provider's further fields with its fallback, or anything.
QHash<QString, QByteArray> fieldsOf(const ProviderInfo &info)
{
    QHash<QString, QByteArray> fields;
    for (const CredentialField &field : info.fields) {
        fields.insert(field.id, field.fallback.isEmpty() ? "field-1"_ba : field.fallback.toUtf8());
    }
    return fields;
}

bool isFraction(const std::optional<double> &fraction)
{
    return !fraction || (*fraction >= 0 && *fraction <= 1);
}

class Walk
{
public:
    Walk(const Vendor &vendor, const Plan &plan, const QUrl &ownAddress)
        : m_vendor(vendor)
        , m_adapter(*vendor.adapter)
        , m_plan(plan)
        , m_credentials {key, fieldsOf(vendor.info), ownAddress}
        , m_talk(pictureConversation(m_adapter, m_plan, m_plan.calls.first(), m_credentials))
    {
    }

    void go(const QList<HttpResponse> &answers)
    {
        take(m_talk->begin());
        for (int step = 0; step < maxSteps && m_asked; ++step) {
            HttpResponse answer = answers.at(step % answers.size());
            answer.url = m_asked->url;
            checkInterim(answer);
            m_answer = answer;
            take(m_talk->advance(m_state, answer));
            checkReturn();
        }
        checkKeyCheck(answers.first());
    }

private:
    /// The painter inside this program is asked for nothing but an end: its answers are the program's own.
    [[nodiscard]] bool isWithin() const
    {
        return !m_vendor.info.defaultBaseUrl.isEmpty() && m_vendor.info.defaultBaseUrl.scheme() != "https"_L1;
    }

    void checkRequest(const HttpRequest &request) const
    {
        if (isWithin()) {
            return;
        }
        require(request.url.isValid() && !request.method.isEmpty(), "a request has an address and a method");
        require(!request.startsPaidWork || !request.body.isEmpty(), "a paid request has a body");
        bool hasKey = request.url.toEncoded().contains(key) || request.body.contains(key);
        for (const HttpHeader &header : request.headers) {
            require(!header.value.contains('\n') && !header.value.contains('\r') && !header.value.contains('\0'),
                    "a header is one line");
            hasKey = hasKey || header.value.contains(key);
        }
        if (hasKey) {
            checkKeyHost(request.url);
        }
    }

    /// By other means than the adapters' own lists of hosts.
    void checkKeyHost(const QUrl &url) const
    {
        require(url.userInfo().isEmpty(), "the key goes to no address with a name in it");
        const QUrl &own = m_credentials.baseUrl;
        if (isLoopbackHost(url.host())) {
            require(isLoopbackHost(own.host()), "the key goes to this machine only where the user said so");
            return;
        }
        const QList<QUrl> known {m_vendor.info.defaultBaseUrl, m_vendor.info.keyPage};
        const bool isVendor = std::any_of(known.begin(), known.end(), [&url](const QUrl &address) {
            return !address.host().isEmpty() && siteOf(url) == siteOf(address);
        });
        require(url.host() == own.host() || isVendor, "the key goes to its vendor alone");
        require(url.scheme() == "https"_L1 || url.host() == own.host(), "the key goes out encrypted");
    }

    void checkState(const AdapterState &state) const
    {
        const QByteArray json = QJsonDocument(state).toJson(QJsonDocument::Compact);
        require(json.size() <= maxStateBytes, "a state is small");
        require(!json.contains(key), "no key lies in a state");
    }

    void checkError(const Error &error) const
    {
        require(!error.why().isEmpty(), "an error has a reason");
        const QByteArray json = QJsonDocument(error.toJson()).toJson(QJsonDocument::Compact);
        require(isWithin() || !json.contains(key), "no key lies in an error");
    }

    void checkBilling(const Error &error) const
    {
        if (!m_paid) {
            require(error.billing == Billing::NotBilled, "nothing was sent that could be billed");
            return;
        }
        // Its own words, also those in a header (fal counts what it bills there), may well say for certain that it
        // costs nothing.
        const bool speaksInHeader =
            std::any_of(m_answer.headers.begin(), m_answer.headers.end(),
                        [](const auto &header) { return header.name.toLower().startsWith("x-"); });
        if (!m_vendor.info.bills || !m_answer.json().isEmpty() || speaksInHeader) {
            return;
        }
        const int status = m_answer.status;
        const bool saysNothing = m_answer.isSuccess() || (status >= 500 && status != 503 && status != 529);
        require(!saysNothing || error.billing != Billing::NotBilled, "an answer without words may be billed");
    }

    void checkInterim(const HttpResponse &answer) const
    {
        for (const QByteArray &name : {"message"_ba, "text"_ba, "binary"_ba}) {
            StreamEvent event;
            event.name = name;
            event.data = answer.body;
            const QList<Interim> shown = m_talk->streamed(m_state, event);
            for (const Interim &one : shown) {
                if (const auto *preview = std::get_if<Preview>(&one)) {
                    require(isFraction(preview->fraction), "a preview's fraction is one");
                } else if (const auto *progress = std::get_if<JobProgress>(&one)) {
                    require(isFraction(progress->fraction), "a job's fraction is one");
                }
            }
        }
    }

    /// What is left after a crash, and what a person who cancels sends.
    void checkReturn() const
    {
        for (const auto &request : {m_talk->resume(m_state), m_talk->cancel(m_state)}) {
            if (request) {
                require(!request->startsPaidWork, "nothing is paid for twice");
                checkRequest(*request);
            }
        }
    }

    void checkKeyCheck(const HttpResponse &answer) const
    {
        if (const std::optional<HttpRequest> request = m_adapter.keyCheck(m_credentials)) {
            require(!request->startsPaidWork, "to check a key is free");
            checkRequest(*request);
            if (const std::optional<Error> error = m_adapter.readKeyCheck(answer)) {
                require(!error->why().isEmpty(), "a refused key has a reason");
            }
        }
    }

    void ask(const HttpRequest &request, const AdapterState &state)
    {
        checkRequest(request);
        checkState(state);
        require(!request.startsPaidWork || !m_paid, "a paid request is sent once");
        m_paid = m_paid || request.startsPaidWork;
        m_asked = request;
        m_state = state;
    }

    void take(const Step &step)
    {
        const bool wasPaid = m_asked && m_asked->startsPaidWork;
        if (const auto *odd = std::get_if<Odd>(&step)) {
            require(m_asked && !wasPaid, "only the answer to a free question is odd");
            require(!odd->after || odd->after->count() >= 0, "a pause has a length");
            checkError(odd->error);
            return; // the same is asked again
        }
        if (const auto *send = std::get_if<Send>(&step)) {
            ask(send->request, send->state);
            return;
        }
        if (const auto *wait = std::get_if<Wait>(&step)) {
            require(m_paid && !wait->request.startsPaidWork, "one waits for what was ordered");
            require(isWithin() || (isFraction(wait->fraction) && wait->queuePosition.value_or(0) >= 0),
                    "progress is in range");
            require(!wait->after || wait->after->count() >= 0, "a pause has a length");
            if (wait->socket) {
                checkSocket(*wait->socket);
            }
            ask(wait->request, wait->state);
            return;
        }
        m_asked.reset();
        if (const auto *failed = std::get_if<Failed>(&step)) {
            checkError(failed->error);
            checkBilling(failed->error);
            return;
        }
        const Done &done = std::get<Done>(step);
        require(m_paid && !done.media.isEmpty(), "what is done has pictures");
        for (const ProducedMedia &media : done.media) {
            const bool isLink = media.url.isValid() && !media.url.host().isEmpty()
                && (media.url.scheme() == "https"_L1 || media.url.scheme() == "http"_L1);
            require(isLink || isWithin() || !media.bytes.isEmpty(), "a picture is a link or bytes");
        }
    }

    void checkSocket(const HttpRequest &socket) const
    {
        const QUrl &own = m_credentials.baseUrl;
        // The engine opens no other.
        if (isSocketOf(socket.url, own.isEmpty() ? m_vendor.info.defaultBaseUrl : own)) {
            require(!socket.startsPaidWork, "listening is free");
        }
    }

    const Vendor &m_vendor;
    const Adapter &m_adapter;
    const Plan &m_plan;
    Credentials m_credentials;
    std::shared_ptr<const Conversation> m_talk; ///< as the engine sees the adapter
    std::optional<HttpRequest> m_asked;
    AdapterState m_state;
    HttpResponse m_answer;
    bool m_paid = false;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), qsizetype(size));
    const QList<HttpResponse> answers = recordedAnswers(input);
    const qsizetype choice = qChecksum(input);
    for (const Vendor &vendor : allVendors()) {
        const QByteArray name = vendor.info.id.toUtf8();
        underWay = name.constData();
        const bool isOwn = vendor.info.needsBaseUrl || choice % 3 == 0;
        const QUrl own = isOwn ? QUrl(u"http://127.0.0.1:4801/v1"_s) : QUrl();
        Walk(vendor, vendor.plans.at(choice % vendor.plans.size()), own).go(answers);
    }
    return 0;
}
