// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/library/librarydetails.h"
#include "core/library/libraryindex.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <functional>

class QLineEdit;
class QMenu;

namespace lightwell {

class Button;
class FilterPill;

/// The search field, the filters and the order, over the pictures. Filters that are seldom used stand in a menu until
/// they are set.
class GalleryFilters : public QWidget
{
    Q_OBJECT
public:
    using NameOf = std::function<QString(const QString &id)>;
    GalleryFilters(NameOf modelName, NameOf providerName, QWidget *parent = nullptr);

    void offerChoices(const LibraryChoices &choices); ///< what is chosen stays
    [[nodiscard]] LibraryFilter filter() const;
    [[nodiscard]] LibrarySort sort() const;
    void clear();
    void focusSearch();
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }

    /// One thing the filter says, and the filter without it.
    struct Part
    {
        QString id; ///< "words", or of a filter
        QString name; ///< "Model: FLUX.2 [pro]"
        LibraryFilter rest;
    };
    [[nodiscard]] QList<Part> parts() const;
    void takeAway(const QString &id);

Q_SIGNALS:
    void edited();
    void sortChosen();
    void leftDownwards(); ///< the search field, towards the pictures

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    FilterPill *addPill(const QString &id, const QString &name);
    void setChoices(const QString &id, const QList<std::pair<QVariant, QString>> &choices);
    void offerFixedChoices();
    void openMore();
    void take(const QString &id, const QVariant &value);
    [[nodiscard]] LibraryFilter filterWithout(const QString &left) const;
    [[nodiscard]] QVariant value(const QString &id) const;

    const NameOf m_modelName;
    const NameOf m_providerName;
    QLineEdit *m_search;
    QStringList m_ids; ///< in their order
    QHash<QString, FilterPill *> m_pills;
    QHash<QString, QList<std::pair<QVariant, QString>>> m_choices;
    Button *m_more;
    FilterPill *m_sort;
    QTimer m_typing; ///< a question for each letter would be too many
};

} // namespace lightwell
