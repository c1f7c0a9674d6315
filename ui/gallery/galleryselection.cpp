// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/galleryselection.h"

#include "ui/gallery/gallerymodel.h"

#include <algorithm>

namespace lightwell {

GallerySelection::GallerySelection(const GalleryModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
}

qint64 GallerySelection::keyAt(int row) const
{
    return row >= 0 && row < m_model.rows().size() ? m_model.rows().at(row).key : 0;
}

int GallerySelection::current() const
{
    return m_current == 0 ? -1 : m_model.indexOf(m_current);
}

QList<LibraryRow> GallerySelection::rows() const
{
    QList<int> places;
    for (const qint64 key : m_keys) {
        if (const int row = m_model.indexOf(key); row >= 0) {
            places.append(row);
        }
    }
    std::sort(places.begin(), places.end());
    QList<LibraryRow> found;
    found.reserve(places.size());
    for (const int row : std::as_const(places)) {
        found.append(m_model.rows().at(row));
    }
    return found;
}

void GallerySelection::setCurrent(qint64 key)
{
    if (m_current != key) {
        m_current = key;
        Q_EMIT currentChanged();
    }
}

void GallerySelection::choose(int row)
{
    const qint64 key = keyAt(row);
    if (key == 0) {
        return;
    }
    m_keys = {key};
    m_anchor = key;
    Q_EMIT changed();
    setCurrent(key);
}

void GallerySelection::toggle(int row)
{
    const qint64 key = keyAt(row);
    if (key == 0) {
        return;
    }
    if (!m_keys.remove(key)) {
        m_keys.insert(key);
    }
    m_anchor = key;
    Q_EMIT changed();
    setCurrent(key);
}

void GallerySelection::extendTo(int row)
{
    const int anchor = m_anchor == 0 ? -1 : m_model.indexOf(m_anchor);
    if (anchor < 0) {
        choose(row);
        return;
    }
    const qint64 key = keyAt(row);
    if (key == 0) {
        return;
    }
    m_keys.clear();
    for (int i = std::min(anchor, row); i <= std::max(anchor, row); ++i) {
        m_keys.insert(m_model.rows().at(i).key);
    }
    Q_EMIT changed();
    setCurrent(key);
}

void GallerySelection::moveTo(int row)
{
    if (const qint64 key = keyAt(row); key != 0) {
        setCurrent(key);
    }
}

void GallerySelection::chooseAll()
{
    m_keys.clear();
    m_keys.reserve(m_model.rows().size());
    for (const LibraryRow &row : m_model.rows()) {
        m_keys.insert(row.key);
    }
    Q_EMIT changed();
    if (current() < 0) {
        setCurrent(keyAt(0));
    }
}

void GallerySelection::clear()
{
    m_anchor = 0;
    if (!m_keys.isEmpty()) {
        m_keys.clear();
        Q_EMIT changed();
    }
}

void GallerySelection::cover(const QSet<qint64> &before, const QList<int> &rows)
{
    QSet<qint64> keys = before;
    for (const int row : rows) {
        keys.insert(keyAt(row));
    }
    if (keys != m_keys) {
        m_keys = keys;
        Q_EMIT changed();
    }
}

void GallerySelection::dropLost()
{
    const auto before = m_keys.size();
    m_keys.removeIf([this](qint64 key) { return m_model.indexOf(key) < 0; });
    if (m_anchor != 0 && m_model.indexOf(m_anchor) < 0) {
        m_anchor = 0;
    }
    if (m_keys.size() != before) {
        Q_EMIT changed();
    }
    if (m_current != 0 && m_model.indexOf(m_current) < 0) {
        setCurrent(0);
    }
}

} // namespace lightwell
