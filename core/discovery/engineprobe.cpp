// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/discovery/engineprobe.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TransportLimits limits()
{
    TransportLimits limits;
    limits.connect = 1s;
    limits.idle = 3s; // a program that is busy with a picture may take a moment
    limits.total = 5s;
    limits.maxResponseBytes = 4LL * 1024 * 1024;
    return limits;
}

} // namespace

EngineProbe::EngineProbe(HttpClient &http, const QList<LocalEngine> &engines, QUrl address, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_engines(engines)
    , m_address(std::move(address))
{
}

void EngineProbe::start()
{
    QStringList questions;
    for (const LocalEngine &engine : m_engines) {
        questions.append(engine.question);
    }
    questions.removeDuplicates();
    ask(questions);
}

void EngineProbe::ask(const QStringList &questions)
{
    m_open = static_cast<int>(questions.size());
    for (const QString &question : questions) {
        HttpRequest request;
        request.url = m_address;
        request.url.setPath(question);
        request.setHeader("Accept"_ba, "application/json"_ba);
        HttpCall *call = m_http.send(request, limits());
        m_calls.append(call);
        connect(call, &HttpCall::finished, this,
                [this, question](const HttpResult &result) { took(question, result); });
    }
}

void EngineProbe::took(const QString &question, const HttpResult &result)
{
    if (result.delivery == Delivery::Answered) {
        m_answers.insert(question, result.response);
    }
    if (--m_open == 0) {
        m_calls.clear();
        if (m_known == nullptr && !m_aborted) {
            recognise();
        } else {
            conclude();
        }
    }
}

void EngineProbe::recognise()
{
    const auto meant = std::find_if(m_engines.begin(), m_engines.end(), [this](const LocalEngine &engine) {
        const auto answer = m_answers.constFind(engine.question);
        return answer != m_answers.constEnd() && engine.isMeant(*answer);
    });
    m_known = meant == m_engines.end() ? nullptr : &*meant;
    if (m_known != nullptr && !m_known->further.isEmpty()) {
        ask(m_known->further);
    } else {
        conclude();
    }
}

void EngineProbe::conclude()
{
    if (m_known == nullptr || m_aborted) {
        Q_EMIT finished(std::nullopt);
        return;
    }
    FoundEngine found;
    found.id = m_known->id;
    found.name = m_known->name;
    found.provider = m_known->provider;
    found.address = m_address;
    found.seen = QDateTime::currentDateTimeUtc();
    QStringList questions {m_known->question};
    questions += m_known->further;
    for (const QString &question : std::as_const(questions)) {
        if (const auto answer = m_answers.constFind(question); answer != m_answers.constEnd()) {
            m_known->read(found, question, *answer);
        }
    }
    Q_EMIT finished(found);
}

void EngineProbe::abort()
{
    m_aborted = true;
    const QList<QPointer<HttpCall>> calls = m_calls;
    for (const QPointer<HttpCall> &call : calls) {
        if (call) {
            call->abort();
        }
    }
}

} // namespace lightwell
