// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/libraryindex.h"
#include "core/model/error.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace lightwell {

class Library;

/// The pictures that a filter lets through, in their order: read from the database at once, brought up to date as new
/// ones come.
class GalleryModel : public QObject
{
    Q_OBJECT
public:
    explicit GalleryModel(Library &library, QObject *parent = nullptr);

    void setFilter(const LibraryFilter &filter);
    [[nodiscard]] const LibraryFilter &filter() const { return m_filter; }
    void setSort(LibrarySort sort);
    [[nodiscard]] LibrarySort sort() const { return m_sort; }
    [[nodiscard]] bool isByDay() const { return m_sort == LibrarySort::Newest || m_sort == LibrarySort::Oldest; }

    void reload(); ///< all of them
    void refresh(); ///< what may have come lately

    [[nodiscard]] const QList<LibraryRow> &rows() const { return m_rows; }
    [[nodiscard]] int indexOf(qint64 key) const; ///< -1: it is not among them
    [[nodiscard]] qint64 all() const { return m_all; } ///< pictures there are, whatever the filter says
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    /// Why what is shown is not what there is now; nothing: it is.
    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

    // What the person does, shown before the database has it. By content addresses, as bytes.
    void star(const QSet<QByteArray> &ids, bool on);
    void hide(const QSet<QByteArray> &ids, bool on);
    void remove(const QSet<QByteArray> &ids);
    void noteColour(const QByteArray &id, QRgb colour); ///< told by nobody: it is seen where it is needed

Q_SIGNALS:
    void changed(bool isAnother); ///< another filter or order: nothing is where it was
    void marked(); ///< stars alone
    void failed(); ///< see problem()

private:
    void take(QList<LibraryRow> rows, bool isAnother);
    void takeInRest();
    void ask(bool isAnother);
    Library &m_library;
    LibraryFilter m_filter;
    LibrarySort m_sort = LibrarySort::Newest;
    QList<LibraryRow> m_rows;
    mutable QHash<qint64, int> m_index; ///< key to row; made when it is asked for
    qint64 m_all = 0;
    bool m_isLoaded = false;
    bool m_isTakingIn = false; ///< words of older pictures
    int m_round = 0; ///< of questions: older answers are dropped
    std::optional<Error> m_problem;
};

} // namespace lightwell
