// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelquery.h"

#include <QObject>

namespace lightwell {

/// What the Catalog page looks for, and what it found. Words and prices are gathered on the thread pool.
class CatalogSearch : public QObject
{
    Q_OBJECT
public:
    explicit CatalogSearch(const Catalog &catalog, QObject *parent = nullptr);

    void load(); ///< gathers them anew: at the first time, and when the catalog is another
    [[nodiscard]] bool isReady() const { return m_index.size().isValid(); } ///< there is something to show
    void setQuery(const ModelQuery &query);
    void setSize(QSize size); ///< that prices are told for; what is shown stays until they are there
    [[nodiscard]] const ModelQuery &query() const { return m_query; }
    [[nodiscard]] const ModelIndex &index() const { return m_index; }
    [[nodiscard]] const QList<ModelMatch> &found() const { return m_found; }

Q_SIGNALS:
    void loaded(); ///< the index is another
    void changed(); ///< what is found is another

private:
    void gather(bool isPriceAlone);
    const Catalog &m_catalog;
    ModelIndex m_index;
    ModelQuery m_query;
    QList<ModelMatch> m_found;
    QSize m_size {1024, 1024};
    bool m_isStale = false; ///< the catalog is another than the index was made of
    int m_gathering = 0; ///< counts them: only the last one begun counts
};

} // namespace lightwell
