// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/modellist.h"
#include "core/catalog/catalog.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace lightwell {

class Engine;

/// What is known of a vendor's list.
struct ListState
{
    QString provider;
    QDateTime read; ///< invalid: never
    ListNews news; ///< what it changed in the built-in files
    std::optional<Error> trouble = {}; ///< why what is kept is not believed
};

/// The catalog as it is now: the built-in files, over them what the vendors' lists said when they were last read,
/// what works on this machine, and over all what the user wrote. Works without a network: lists are kept. Lives on the
/// thread that made it.
class LiveCatalog : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        Catalog builtIn;
        Catalog local; ///< see setLocal()
        Catalog own; ///< the user's
        std::vector<std::unique_ptr<ModelLister>> listers;
        QString folder; ///< for the lists that are kept
    };
    /// Reads what is kept.
    explicit LiveCatalog(Parts parts, QObject *parent = nullptr);

    [[nodiscard]] const Catalog &catalog() const { return m_catalog; }
    [[nodiscard]] const Catalog &builtIn() const { return m_parts.builtIn; }
    [[nodiscard]] QStringList providers() const; ///< whose lists can be read, in the order in which they are shown
    [[nodiscard]] QList<ListState> states() const; ///< one for each of them
    /// What works on this machine counts before the vendors' lists, and behind what the user wrote.
    void setLocal(const Catalog &local);
    /// Corrections of prices for which there is no offer.
    [[nodiscard]] const QList<PriceCorrection> &unmet() const { return m_unmet; }

    /// Asks the vendor; costs nothing. What cannot be believed changes nothing and is an error, and so is a vendor
    /// without a list. `onRefreshed` comes later, once, unless `context` is gone.
    using OnRefreshed = std::function<void(const Result<ListNews> &)>;
    void refresh(Engine &engine, const QString &provider, QObject *context, OnRefreshed onRefreshed);

Q_SIGNALS:
    void changed(); ///< catalog() is another

private:
    void readKept();
    void putTogether();
    [[nodiscard]] QString fileOf(const QString &provider) const;
    [[nodiscard]] Result<ListNews> take(const ModelList &list);
    void keep(const ModelList &list, QObject *context, const std::function<void(const Status &)> &onKept);

    Parts m_parts;
    Catalog m_catalog;
    QMap<QString, ModelList> m_lists;
    QMap<QString, ListState> m_states;
    QList<PriceCorrection> m_unmet;
};

} // namespace lightwell
