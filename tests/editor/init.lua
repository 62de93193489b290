-- Drives ksb in Neovim, without a screen: opens a draft, waits for findings, looks at a code, renames one, and fixes a word.
-- Writes what it sees to the file that $KSB_SEEN names.
local seen = {}
local function see(name, value)
  table.insert(seen, name .. ': ' .. value)
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.KSB_DRAFT))
  local id = vim.lsp.start_client({
    name = 'ksb',
    cmd = { vim.env.KSB, 'server' },
    root_dir = vim.fn.fnamemodify(vim.env.KSB_DRAFT, ':h'),
  })
  vim.lsp.buf_attach_client(0, id)
  local function findings()
    local rules = {}
    for _, one in ipairs(vim.diagnostic.get(0)) do
      table.insert(rules, one.lnum .. ':' .. one.col .. ' ' .. one.user_data.lsp.code)
    end
    table.sort(rules)
    return table.concat(rules, ', ')
  end
  vim.wait(20000, function() return findings():find('repeated%-word') ~= nil end)
  see('found', findings())
  local function ask(method, row, column, more)
    vim.api.nvim_win_set_cursor(0, { row, column })
    local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, 'utf-16'), more or {})
    return vim.lsp.buf_request_sync(0, method, params, 20000)[id]
  end
  local hover = ask('textDocument/hover', 1, 26)
  see('hover', vim.split(hover.result.contents.value, '\n')[3])
  local line = { start = { line = 6, character = 0 }, ['end'] = { line = 6, character = 30 } }
  local offered = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = line,
    context = { diagnostics = {} },
  }, 20000)[id].result
  for _, action in ipairs(offered) do
    if action.diagnostics and action.diagnostics[1].code == 'repeated-word' and action.edit and not action.title:find('^Ignore') then
      see('fix', action.title)
      vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      break
    end
  end
  see('fixed', vim.api.nvim_buf_get_lines(0, 6, 7, true)[1])
  local renamed = ask('textDocument/rename', 1, 26, { newName = 'K1' })
  vim.lsp.util.apply_workspace_edit(renamed.result, 'utf-16')
  see('renamed', table.concat(vim.api.nvim_buf_get_lines(0, 0, 7, true), ' / '))
  vim.wait(20000, function() return findings():find('repeated%-word') == nil end)
  see('left', findings())
end

local ok, why = pcall(main)
if not ok then
  see('failed', tostring(why))
end
vim.fn.writefile(seen, vim.env.KSB_SEEN)
vim.cmd('qall!')
