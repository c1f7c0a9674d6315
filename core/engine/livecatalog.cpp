// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/livecatalog.h"

#include "core/async/whendone.h"
#include "core/catalog/cataloglimits.h"
#include "core/catalog/listfile.h"
#include "core/catalog/listreasons.h"
#include "core/engine/engine.h"
#include "core/storage/durablefile.h"
#include "core/storage/readfile.h"

#include <QPointer>
#include <QtConcurrentRun>
#include <QTimer>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

LiveCatalog::LiveCatalog(Parts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
{
    readKept();
    putTogether();
}

QStringList LiveCatalog::providers() const
{
    QStringList ids;
    for (const auto &lister : m_parts.listers) {
        ids.append(lister->provider());
    }
    return ids;
}

QList<ListState> LiveCatalog::states() const
{
    QList<ListState> states;
    const QStringList ids = providers();
    for (const QString &provider : ids) {
        ListState state = m_states.value(provider);
        state.provider = provider;
        states.append(state);
    }
    return states;
}

void LiveCatalog::setLocal(const Catalog &local)
{
    m_parts.local = local;
    putTogether();
    Q_EMIT changed();
}

QString LiveCatalog::fileOf(const QString &provider) const
{
    return m_parts.folder + u'/' + provider + u".json"_s;
}

void LiveCatalog::readKept()
{
    const QStringList ids = providers();
    for (const QString &provider : ids) {
        const Result<QByteArray> text = readRegularFile(fileOf(provider), cataloglimits::fileBytes);
        if (!text) {
            if (text.error().kind != ErrorKind::NotFound) {
                m_states[provider].trouble = text.error();
            }
            continue;
        }
        const Result<ModelList> list = listFromJson(*text);
        if (list && list->provider == provider) {
            m_lists.insert(provider, *list);
        } else {
            m_states[provider].trouble = notSent(ErrorKind::Invalid, reasons::listUnreadable(provider));
        }
    }
}

void LiveCatalog::putTogether()
{
    m_catalog = m_parts.builtIn;
    for (const ModelList &list : std::as_const(m_lists)) {
        const Result<ListNews> news = m_catalog.takeList(list);
        ListState state {.provider = list.provider, .read = list.read, .news = {}};
        if (news) {
            state.news = *news;
        } else {
            state.trouble = news.error();
        }
        m_states.insert(list.provider, state);
    }
    static_cast<void>(m_catalog.merge(m_parts.local));
    m_unmet = m_catalog.merge(m_parts.own);
}

Result<ListNews> LiveCatalog::take(const ModelList &list)
{
    Catalog tried = m_parts.builtIn;
    Result<ListNews> news = tried.takeList(list);
    if (news) {
        m_lists.insert(list.provider, list);
        putTogether();
        Q_EMIT changed();
    }
    return news;
}

void LiveCatalog::keep(const ModelList &list, QObject *context, const std::function<void(const Status &)> &onKept)
{
    const auto writing = QtConcurrent::run([folder = m_parts.folder, path = fileOf(list.provider), list] {
        const Status made = makeDurableFolder(folder);
        return made ? writeDurably(path, listToJson(list)) : made;
    });
    whenDone(writing, context, onKept);
}

void LiveCatalog::refresh(Engine &engine, const QString &provider, QObject *context, OnRefreshed onRefreshed)
{
    const auto lister = std::find_if(m_parts.listers.cbegin(), m_parts.listers.cend(),
                                     [&provider](const auto &one) { return one->provider() == provider; });
    if (lister == m_parts.listers.cend()) {
        QTimer::singleShot(0, context, [onRefreshed = std::move(onRefreshed), provider] {
            onRefreshed(notSent(ErrorKind::NotFound, reasons::listNone(provider)));
        });
        return;
    }
    const QPointer<LiveCatalog> self(this);
    engine.fetchList(**lister, m_parts.builtIn.idsOf(provider), context,
                     [self, context, onRefreshed = std::move(onRefreshed)](const Result<ModelList> &list) {
                         if (!self || !list) {
                             onRefreshed(list ? Result<ListNews>(givenUp()) : Result<ListNews>(list.error()));
                             return;
                         }
                         const Result<ListNews> news = self->take(*list);
                         if (!news) {
                             onRefreshed(news);
                             return;
                         }
                         self->keep(*list, context, [onRefreshed, news](const Status &kept) {
                             onRefreshed(kept ? news : Result<ListNews>(kept.error()));
                         });
                     });
}

} // namespace lightwell
