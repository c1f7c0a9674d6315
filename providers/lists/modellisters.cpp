// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/lists/modellisters.h"

#include "providers/lists/fallist.h"
#include "providers/lists/openrouterlist.h"
#include "providers/lists/plainlists.h"
#include "providers/lists/replicatelist.h"

namespace lightwell {

std::vector<std::unique_ptr<ModelLister>> modelListers()
{
    std::vector<std::unique_ptr<ModelLister>> listers;
    listers.push_back(openAiList());
    listers.push_back(falList());
    listers.push_back(replicateList());
    listers.push_back(togetherList());
    listers.push_back(openRouterList());
    listers.push_back(lumenfallList());
    listers.push_back(deepInfraList());
    return listers;
}

} // namespace lightwell
