// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapterregistry.h"
#include "core/engine/clock.h"
#include "core/engine/patience.h"
#include "core/engine/textorder.h"
#include "core/ledger/unknownprices.h"
#include "core/model/generation.h"
#include "core/routing/route.h"
#include "core/routing/routewishes.h"
#include "core/routing/routingrules.h"
#include "core/secrets/secrets.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace lightwell {

class Catalog;
class HttpClient;
class Journal;
class Keyring;
class Ledger;
class MediaStore;
class BalanceReader;
class ModelLister;
struct Balance;
struct ModelList;
class Ticket;

/// What the engine stands on. All outlive it.
struct EngineParts
{
    const AdapterRegistry &adapters;
    HttpClient &http;
    Journal &journal;
    Ledger &ledger;
    MediaStore &media;
    Keyring &keyring;
    const Clock &clock;
};

/// Settings the engine reads for each generation; a copy, so no thread looks into another's settings.
struct EnginePolicy
{
    bool embedRecipe = true;
    CallPatience patience = {};
    bool failoverAfterUnknown = false;
    UnknownPrices unknownPrices = UnknownPrices::Ask;
    Reason nothingPaid; ///< why nothing is begun that costs something or may; empty: it is
    RoutingRules routing; ///< with the usual order of providers below the user's rules
};

/// The one way to make a picture, or to ask a text model. Lives on the engine's thread; the public functions may be
/// called from any.
class Engine : public QObject
{
    Q_OBJECT
public:
    Engine(const EngineParts &parts, QObject *parent = nullptr);
    ~Engine() override;

    using OnProgress = std::function<void(const Progress &)>;
    using OnFinished = std::function<void(const Generation &)>;

    void setCatalog(const Catalog &catalog);
    void setPolicy(const EnginePolicy &policy);

    /// Starts a generation and returns its id at once. Progress and the end are told on `context`'s thread and
    /// dropped if it is gone. The end comes exactly once, in every case. `wishes` narrow the user's rules for this
    /// call.
    QString generate(Request request, const Origin &origin, QObject *context, OnFinished onFinished,
                     OnProgress onProgress = {}, const RouteWishes &wishes = {});
    /// The same for a text model, with the same rules about money. Nothing of what is said is written down. The answer
    /// comes before the end, where it was well; its pieces before that, where it streams.
    QString converse(const TextOrder &order, const Origin &origin, QObject *context, OnFinished onFinished,
                     OnTextPiece onPiece, OnTextAnswer onAnswer);
    /// Stops as much as can be stopped: what was not sent is not sent, the vendor is told where it listens. The
    /// generation ends as Cancelled, or as Unknown where it may be billed. Unknown ids are ignored.
    void cancel(const QString &generationId);
    /// Picks up what was running when the program last ended, or just what was asked for in one way.
    void resumeUnfinished(std::optional<Origin::Kind> only = {});
    /// Asks once more for the job of a generation that ended without its pictures (Attempt::hasJob), or whose program
    /// is gone; costs nothing. Ends like generate(); at once, with the generation as the journal has it, where there is
    /// no such job, and with the reason in its error where there is no key to ask with.
    void fetchJob(const QString &generationId, QObject *context, OnFinished onFinished, OnProgress onProgress = {});

    /// The plans in the order they would be tried, those whose provider has a key first: a price can be shown for
    /// the others too. Spends nothing and sends nothing. An error if no offer can take the request. `keys`: how those
    /// of the plans' providers stand, by which the order was made.
    using OnRoute = std::function<void(const Result<Route> &route, const QList<KeyState> &keys)>;
    void plan(const Request &request, QObject *context, OnRoute onRoute, const RouteWishes &wishes = {});

    /// The same for a text model.
    void planText(const TextOrder &order, QObject *context, OnRoute onRoute);

    /// Calls to these providers may come soon, several where one is named more than once: has connections open for them
    /// for a few seconds, at the vendors that have a key. Nothing is sent on them. None named: those that were called
    /// in the last minute, for whoever does not know yet what will be asked for.
    void prepare(const QStringList &providers = {});

    /// Asks the vendor whether a key works; costs nothing. One that was set aside is used again where it does, and one
    /// that is refused is set aside.
    using OnKeyCheck = std::function<void(const Status &)>;
    void checkKey(const KeyId &key, QObject *context, OnKeyCheck onChecked);

    /// Asks a vendor for its list of models; costs nothing. `known` are its ids of the models that are known. `lister`
    /// outlives the engine.
    using OnList = std::function<void(const Result<ModelList> &)>;
    void fetchList(const ModelLister &lister, const QStringList &known, QObject *context, OnList onList);

    /// Asks a vendor what is left of the money there; costs nothing. `reader` outlives the engine.
    using OnBalance = std::function<void(const Result<Balance> &)>;
    void fetchBalance(const BalanceReader &reader, QObject *context, OnBalance onBalance);

    [[nodiscard]] int running() const; ///< generations under way
    [[nodiscard]] int queued() const; ///< calls that wait for their turn at a provider; on the engine's thread
    /// Of those, the ones that generate() began. Should the program end now, what they cost may be lost; the others
    /// are asked for again at the next start.
    [[nodiscard]] int begun() const;

Q_SIGNALS:
    void generationChanged(const lightwell::Generation &generation); ///< begun, attempt ended, finished
    void idle(); ///< the last running generation has ended
    /// A call has got its turn at a provider, or was given up before, after so long in the queue there; told on the
    /// engine's thread. Of `who` there is what tells askers apart.
    void waited(const QString &provider, const lightwell::Origin &who, std::chrono::milliseconds time);

private:
    [[nodiscard]] Ticket *newTicket(QObject *context, OnFinished onFinished, OnProgress onProgress);
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace lightwell
