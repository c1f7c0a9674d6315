// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogsearch.h"

#include "core/async/whendone.h"

#include <QtConcurrentRun>

namespace lightwell {

CatalogSearch::CatalogSearch(const Catalog &catalog, QObject *parent)
    : QObject(parent)
    , m_catalog(catalog)
{
}

void CatalogSearch::load()
{
    m_isStale = true;
    gather(false);
}

void CatalogSearch::setSize(QSize size)
{
    if (size != m_size) {
        m_size = size;
        gather(isReady() && !m_isStale);
    }
}

void CatalogSearch::gather(bool isPriceAlone)
{
    const int number = ++m_gathering;
    const auto work = [isPriceAlone, index = m_index, catalog = m_catalog, size = m_size] {
        return (isPriceAlone ? index : ModelIndex(catalog)).pricedFor(size);
    };
    whenDone(QtConcurrent::run(work), this, [this, number](const ModelIndex &index) {
        if (number != m_gathering) {
            return;
        }
        m_isStale = false;
        m_index = index;
        m_found = m_index.find(m_query);
        Q_EMIT loaded();
        Q_EMIT changed();
    });
}

void CatalogSearch::setQuery(const ModelQuery &query)
{
    if (query == m_query) {
        return;
    }
    m_query = query;
    if (isReady()) {
        m_found = m_index.find(m_query);
        Q_EMIT changed();
    }
}

} // namespace lightwell
