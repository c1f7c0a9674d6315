// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSet>

namespace lightwell {

class GalleryModel;
struct LibraryRow;

/// Which pictures are chosen, which one has the keyboard, and from where Shift goes on. By their keys, so that it lasts
/// while others come and go.
class GallerySelection : public QObject
{
    Q_OBJECT
public:
    explicit GallerySelection(const GalleryModel &model, QObject *parent = nullptr);

    [[nodiscard]] bool contains(qint64 key) const { return m_keys.contains(key); }
    [[nodiscard]] int count() const { return static_cast<int>(m_keys.size()); }
    [[nodiscard]] int current() const; ///< the row that has the keyboard; -1: none
    [[nodiscard]] qint64 currentKey() const { return m_current; }
    [[nodiscard]] QList<LibraryRow> rows() const; ///< the chosen ones, in their order

    // By rows.
    void choose(int row); ///< alone
    void toggle(int row);
    void extendTo(int row); ///< from where Shift goes on
    void moveTo(int row); ///< the keyboard alone
    void chooseAll();
    void clear(); ///< the keyboard stays where it is
    /// A rubber band covers these, beside what was chosen before it.
    void cover(const QSet<qint64> &before, const QList<int> &rows);
    [[nodiscard]] const QSet<qint64> &keys() const { return m_keys; }

    void dropLost(); ///< those that are not among the pictures any more

Q_SIGNALS:
    void changed();
    void currentChanged();

private:
    void setCurrent(qint64 key);
    [[nodiscard]] qint64 keyAt(int row) const;
    const GalleryModel &m_model;
    QSet<qint64> m_keys;
    qint64 m_current = 0; ///< 0: none
    qint64 m_anchor = 0; ///< 0: none
};

} // namespace lightwell
