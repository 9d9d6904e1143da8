import { deleteUser } from "@/lib/usecases/directory/delete-user";
import { deleteGroup, putGroup, putMembers } from "@/lib/usecases/directory/put-group";
import { putUser } from "@/lib/usecases/directory/put-user";
import { getGroup, listGroups } from "@/lib/usecases/directory/read-groups";
import { getUser, listUsers } from "@/lib/usecases/directory/read-users";
import { Group, GroupWithMembers, listOf, Members, User } from "./answers";
import type { Operation } from "./operation";

const ada = { at: { id: "ada" } };
const sales = { at: { id: "sales" } };
const users = { tag: "People", path: "/users/{id}", ...ada } as const;
const groups = { tag: "Groups", path: "/groups/{id}", ...sales } as const;

export const directory: readonly Operation[] = [
  {
    method: "GET",
    path: "/users",
    useCase: listUsers,
    tag: "People",
    summary: "List people",
    scope: "directory:read",
    answer: listOf(User),
  },
  { ...users, method: "GET", useCase: getUser, summary: "Read one", scope: "directory:read", answer: User },
  {
    ...users,
    method: "PUT",
    useCase: putUser,
    summary: "Add a person, or change what is given",
    details: "What is not given stays. A new person needs an email address; the id is yours to choose.",
    scope: "directory:write",
    answer: User,
    example: { email: "ada@example.com", name: "Ada Lovelace", time_zone: "Europe/London" },
  },
  {
    ...users,
    method: "DELETE",
    useCase: deleteUser,
    summary: "Erase a person",
    details: "With all that hangs on them.",
    scope: "directory:write",
    answer: null,
  },
  {
    method: "GET",
    path: "/groups",
    useCase: listGroups,
    tag: "Groups",
    summary: "List groups",
    scope: "directory:read",
    answer: listOf(Group),
  },
  {
    ...groups,
    method: "GET",
    useCase: getGroup,
    summary: "Read one, with its members",
    scope: "directory:read",
    answer: GroupWithMembers,
  },
  {
    ...groups,
    method: "PUT",
    useCase: putGroup,
    summary: "Make or rename a group",
    scope: "directory:write",
    answer: Group,
    example: { name: "Sales" },
  },
  {
    method: "PUT",
    path: "/groups/{id}/members",
    useCase: putMembers,
    tag: "Groups",
    summary: "Say who is in a group",
    details: "All at once: who is not named is out.",
    scope: "directory:write",
    answer: Members,
    example: { members: [{ user: "ada", main: true, manager: false }] },
    ...sales,
  },
  {
    ...groups,
    method: "DELETE",
    useCase: deleteGroup,
    summary: "Remove a group",
    scope: "directory:write",
    answer: null,
  },
];
