// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/livecatalogrefresh.h"

#include "app/composition.h"
#include "core/engine/livecatalog.h"
#include "core/wording/wording.h"

namespace lightwell {

LiveCatalogRefresh::LiveCatalogRefresh(Composition &app, QObject *parent)
    : CatalogRefresh(parent)
    , m_app(app)
{
    connect(&app, &Composition::catalogChanged, this, &LiveCatalogRefresh::changed);
}

QDateTime LiveCatalogRefresh::fetchedAt() const
{
    QDateTime oldest;
    const QList<ListState> lists = m_app.lists().states();
    for (const ListState &list : lists) {
        if (list.read.isValid() && (!oldest.isValid() || list.read < oldest)) {
            oldest = list.read;
        }
    }
    return oldest;
}

void LiveCatalogRefresh::refresh()
{
    if (isRunning()) {
        return;
    }
    m_problems.clear();
    const QStringList providers = m_app.lists().providers();
    m_waiting = providers.size();
    Q_EMIT changed();
    for (const QString &provider : providers) {
        m_app.lists().refresh(m_app.engine(), provider, this, [this](const Result<ListNews> &news) {
            const Error error = news ? Error() : news.error();
            ended(news ? nullptr : &error);
        });
    }
}

void LiveCatalogRefresh::ended(const Error *error)
{
    if (error && error->kind != ErrorKind::NoKey) {
        m_problems.append(wording::sentence(*error));
    }
    --m_waiting;
    if (m_waiting == 0) {
        Q_EMIT changed();
    }
}

} // namespace lightwell
