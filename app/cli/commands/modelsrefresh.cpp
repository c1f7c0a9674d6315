// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/modelsrefresh.h"

#include "app/cli/command.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/model/json.h"
#include "core/wording/wording.h"

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QJsonObject report(const ListState &state, const Result<ListNews> &news)
{
    QJsonObject object {{"provider"_L1, state.provider}, {"read"_L1, json::fromTime(state.read)}};
    if (news) {
        object.insert("listed"_L1, news->listed);
        object.insert("added"_L1, QJsonArray::fromStringList(news->added));
        object.insert("repriced"_L1, QJsonArray::fromStringList(news->repriced));
        object.insert("gone"_L1, QJsonArray::fromStringList(news->gone));
        object.insert("unusable"_L1, news->unusable);
        object.insert("left_out"_L1, news->leftOut);
    } else {
        object.insert("error"_L1, wording::sentence(news.error()));
        object.insert("code"_L1, news.error().reason.code);
    }
    return object;
}

} // namespace

ModelsRefresh::ModelsRefresh(Composition &app, Terminal &terminal, bool asJson, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_terminal(terminal)
    , m_asJson(asJson)
{
}

void ModelsRefresh::start(const QString &provider)
{
    m_only = provider;
    m_asked = provider.isEmpty() ? m_app.lists().providers() : QStringList {provider};
    m_terminal.progress(tr("Asking for the lists of models…"));
    for (const QString &id : std::as_const(m_asked)) {
        m_app.lists().refresh(m_app.engine(), id, this, [this, id](const Result<ListNews> &news) { ended(id, news); });
    }
}

void ModelsRefresh::ended(const QString &provider, const Result<ListNews> &news)
{
    m_answers.append({provider, news});
    if (m_answers.size() == m_asked.size()) {
        m_terminal.endProgress();
        std::sort(m_answers.begin(), m_answers.end(), [this](const Answer &left, const Answer &right) {
            return m_asked.indexOf(left.provider) < m_asked.indexOf(right.provider);
        });
        tell();
    }
}

void ModelsRefresh::tell()
{
    QHash<QString, ListState> states;
    const QList<ListState> known = m_app.lists().states();
    for (const ListState &state : known) {
        states.insert(state.provider, state);
    }
    QList<QStringList> rows {{tr("PROVIDER"), tr("LISTED"), tr("NEW"), tr("PRICES"), tr("GONE"), tr("READ")}};
    QJsonArray reports;
    bool failed = false;
    for (const Answer &answer : std::as_const(m_answers)) {
        ListState state = states.value(answer.provider);
        state.provider = answer.provider;
        reports.append(report(state, answer.news));
        const bool lacksKey = !answer.news && answer.news.error().kind == ErrorKind::NoKey;
        failed = failed || (!answer.news && (!lacksKey || !m_only.isEmpty()));
        const QString read = state.read.isValid() ? state.read.toLocalTime().toString(u"yyyy-MM-dd hh:mm"_s) : u"–"_s;
        if (answer.news && answer.news->leftOut > 0 && !m_asJson) {
            m_terminal.message(tr("%1: %n entries of its list cannot be read and are left out.", nullptr,
                                  static_cast<int>(answer.news->leftOut))
                                   .arg(answer.provider));
        }
        if (answer.news) {
            rows.append({answer.provider, QString::number(answer.news->listed),
                         QString::number(answer.news->added.size()), QString::number(answer.news->repriced.size()),
                         QString::number(answer.news->gone.size()), read});
        } else {
            rows.append({answer.provider, lacksKey ? tr("no key") : tr("failed"), u"–"_s, u"–"_s, u"–"_s, read});
            if (!m_asJson && (!lacksKey || !m_only.isEmpty())) {
                m_terminal.error(answer.news.error());
            }
        }
    }
    if (m_asJson) {
        m_terminal.printJson(reports);
    } else {
        m_terminal.printTable(rows, {1, 2, 3, 4});
    }
    Q_EMIT finished(failed ? ExitFailed : ExitDone);
}

} // namespace lightwell
