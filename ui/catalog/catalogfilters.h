// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/modelquery.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLineEdit;

namespace lightwell {

class ChoiceBox;

/// The search field and the filters below it.
class CatalogFilters : public QWidget
{
    Q_OBJECT
public:
    using NameOf = std::function<QString(const QString &provider)>;
    explicit CatalogFilters(QWidget *parent = nullptr);

    void offerChoices(const ModelIndex &index, const NameOf &providerName); ///< what is chosen stays, if it is there
    [[nodiscard]] ModelQuery query() const; ///< without `usable`
    [[nodiscard]] bool isWithKeys() const;
    [[nodiscard]] QSize size() const; ///< that prices are told for
    void sortBy(ModelQuery::Sort sort); ///< the same once more turns it round
    void clear();
    void focusSearch();
    void addBeside(QWidget *widget); ///< the search field
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }

Q_SIGNALS:
    void edited();
    void sizeChosen();
    void leftDownwards(); ///< the search field, towards what was found

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] ChoiceBox *addBox(const QString &objectName, const QString &name);
    QHBoxLayout *m_top;
    QLineEdit *m_search;
    ChoiceBox *m_capability;
    ChoiceBox *m_maker;
    ChoiceBox *m_provider;
    ChoiceBox *m_price;
    ChoiceBox *m_size;
    ChoiceBox *m_license;
    ChoiceBox *m_status;
    ChoiceBox *m_sort;
    QCheckBox *m_withKeys;
    bool m_isReversed = false;
};

} // namespace lightwell
