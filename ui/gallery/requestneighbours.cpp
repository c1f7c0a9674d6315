// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/requestneighbours.h"

#include "core/async/whendone.h"
#include "core/library/library.h"
#include "core/library/searchindex.h"
#include "ui/gallery/gallerymodel.h"

#include <algorithm>

namespace lightwell {

namespace {

constexpr int eachWay = 20; ///< more than anybody steps before an answer is there

/// A picture of each request that comes after a row (or before it), the nearest first.
QList<qint64> keysBeside(const QList<LibraryRow> &rows, int row, int by, QSet<qint64> &taken)
{
    QList<qint64> keys;
    for (int at = row + by; at >= 0 && at < rows.size() && keys.size() < eachWay; at += by) {
        const qint64 key = rows.at(at).key;
        if (const qint64 generation = searchindex::generationOf(key); !taken.contains(generation)) {
            taken.insert(generation);
            keys.append(key);
        }
    }
    return keys;
}

} // namespace

RequestNeighbours::RequestNeighbours(const GalleryModel &model, Library &library, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_library(library)
{
}

void RequestNeighbours::findAround(const QString &generation)
{
    if (const auto key = m_keys.constFind(generation); key != m_keys.cend()) {
        findAround(*key, generation);
    }
}

void RequestNeighbours::findAround(qint64 key, const QString &generation)
{
    const int round = ++m_round;
    const int row = m_model.indexOf(key);
    if (row < 0) {
        return;
    }
    QSet<qint64> taken {searchindex::generationOf(key)};
    QList<qint64> keys = keysBeside(m_model.rows(), row, -1, taken);
    std::reverse(keys.begin(), keys.end());
    keys.append(key);
    keys.append(keysBeside(m_model.rows(), row, 1, taken));
    whenDone(m_library.entries(keys), this, [this, round, generation](const Result<QList<LibraryEntry>> &entries) {
        if (round != m_round || !entries) {
            return; // what was found last goes on to hold
        }
        QStringList among;
        m_keys.clear();
        for (const LibraryEntry &entry : *entries) {
            among.append(entry.generation);
            m_keys.insert(entry.generation, entry.key);
        }
        Q_EMIT found(generation, among);
    });
}

} // namespace lightwell
