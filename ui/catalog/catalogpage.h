// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogsearch.h"
#include "ui/catalog/catalogtable.h"
#include "ui/services.h"

#include <QWidget>

class QStackedWidget;

namespace lightwell {

class Banner;
class Button;
class CatalogFilters;
class CatalogViews;
class ModelPane;
class ProviderKeys;
class SegmentedControl;
class TextLabel;

/// The models there are: to search, to look at, and to take to Compare. Only puts its parts together.
class CatalogPage : public QWidget
{
    Q_OBJECT
public:
    CatalogPage(const Services &services, ProviderKeys &keys, QWidget *parent = nullptr);
    void showModel(const QString &slug); ///< whatever the filters say

Q_SIGNALS:
    void compareWanted(const QString &slug);
    void keyWanted(const QString &provider);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildBody();
    QWidget *buildFoot();
    void connectAll();
    void updateQuery();
    void showFound();
    void showRefresh();
    void askRecords();
    const Services m_services;
    ProviderKeys &m_keys;
    CatalogSearch m_search;
    CatalogTable m_table;
    CatalogFilters *m_filters;
    SegmentedControl *m_view;
    TextLabel *m_age;
    Button *m_refresh;
    Banner *m_problem;
    QStackedWidget *m_body; ///< the models, or why there are none
    CatalogViews *m_views;
    ModelPane *m_pane;
    TextLabel *m_count;
    QString m_current; ///< the model that is shown, by slug
    bool m_isLoading = false;
    bool m_isRefreshing = false;
};

} // namespace lightwell
