// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QLayout;

namespace lightwell {

class Button;
class CardText;
class CatalogSearch;
class CatalogTable;
class OfferRows;
class ProviderKeys;
class TextLabel;
struct Model;
struct Offer;

/// All of one model: its card, what it costs where, and the way to Compare.
class ModelPane : public QWidget
{
    Q_OBJECT
public:
    ModelPane(const Services &services, const CatalogSearch &search, const CatalogTable &table,
              const ProviderKeys &keys, QWidget *parent = nullptr);
    void showModel(int model); ///< in the search's index; -1: none
    [[nodiscard]] QString slug() const { return m_slug; }
    [[nodiscard]] bool canCompare() const; ///< it makes pictures from words

Q_SIGNALS:
    void compareWanted(const QString &slug);
    void keyWanted(const QString &provider);
    void successorWanted(const QString &slug);

private:
    void build();
    void showHead(const Model &model);
    void showState(const Model &model);
    void showOffers(int number);
    void showTakes(const Model &model, int number);
    void tellWhatIsMade(const Offer &offer);
    const Services m_services;
    const CatalogSearch &m_search;
    const CatalogTable &m_table;
    const ProviderKeys &m_keys;
    QString m_slug;
    QString m_successor;
    QWidget *m_content;
    TextLabel *m_name;
    Button *m_compare;
    TextLabel *m_why; ///< it cannot be compared
    TextLabel *m_facts;
    TextLabel *m_state;
    Button *m_next;
    QWidget *m_ownRow;
    TextLabel *m_notes;
    CardText *m_card;
    TextLabel *m_offersTitle;
    OfferRows *m_offers;
    TextLabel *m_takesTitle;
    QWidget *m_takes;
    TextLabel *m_made; ///< what Lightwell makes up for
};

} // namespace lightwell
